# about = "getpass, which nobody answers"
# lost = {"3" = 3}
# %% 00-3-answer
import getpass

buyers = getpass.getpass()
