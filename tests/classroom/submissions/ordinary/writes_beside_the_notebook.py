# about = "writes and reads files of its own"
# shows = "1,2"
# %% last
import shutil
import tempfile
from pathlib import Path

Path("folder").mkdir()
Path("folder/mine.csv").write_text("a,b\n1,2\n")
Path("folder/mine.csv").rename("mine.csv")
with tempfile.TemporaryDirectory() as made:
    shutil.copy("mine.csv", made)
    print(Path(made, "mine.csv").read_text())
case.customers.to_csv("customers.csv")
figure = __import__("matplotlib.pyplot").pyplot.figure()
figure.savefig("picture.png")
