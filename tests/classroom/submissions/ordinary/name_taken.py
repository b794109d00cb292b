# about = "a name of the library is taken for something else, after its last use"
# %% last
rm = case = float = None
del buyers
