# about = "reads where no memory is"
# lost = {"3" = 3, "4" = 2}
# told = ["died: The process of the notebook ended (segmentation fault)."]
# without_sandbox = "goes on"
# %% 00-3-answer
import ctypes

ctypes.string_at(0)
