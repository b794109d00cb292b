# about = "a zip under the name of the notebook"
# refused = "The file is damaged: it is no"
# %% build
import io, zipfile

packed = io.BytesIO()
with zipfile.ZipFile(packed, "w") as archive:
    archive.writestr(path.name, json.dumps(notebook))
path.write_bytes(packed.getvalue())
