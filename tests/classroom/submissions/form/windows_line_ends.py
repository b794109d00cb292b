# about = "saved by an editor of Windows, line by line"
# %% build
for each in cells:
    each["source"] = each["source"].replace("\n", "\r\n")
