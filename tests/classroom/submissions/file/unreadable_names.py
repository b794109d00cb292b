# about = "files beside the notebook with names that are no text, or like options and paths"
# %% build
for name in (b"\xff\xfe", b"-rf", b"a\nb", b"; rm x", "数据.csv".encode()):
    with open(os.path.join(os.fsencode(folder), name), "wb") as opened:
        opened.write(b"x")
