# about = "worked with a kernel of their own computer"
# told = ["repaired: the notebook asked for the kernel my-env"]
# %% build
notebook["metadata"]["kernelspec"] = {"name": "my-env", "display_name": "My env", "language": "python"}
