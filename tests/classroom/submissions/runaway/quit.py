# about = "quit() and exit() end the cell, or the session; what came before counts"
# lost = {"3" = 3}
# %% 00-3-answer
quit()
