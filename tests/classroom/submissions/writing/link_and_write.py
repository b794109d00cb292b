# about = "writes through links that it makes itself, and leaves them for the grader to write through"
# writes = ["@COURSE@/@WRITTEN@"]
# %% last
import os

for link in (os.symlink, os.link):
    try:
        link("@COURSE@", "way")
        open("way/@WRITTEN@", "w").write("@WRITTEN@")
    except OSError:
        pass
