# about = "the set-up begins with a library that is not there, so that nothing of it is"
# lost = {"1" = 8, "9" = 6}
# told = ["set-up: ended with ModuleNotFoundError: No module named 'no_such_library'"]
# %% build
cell("07-setup")["source"] = "import no_such_library\n" + cell("07-setup")["source"]
