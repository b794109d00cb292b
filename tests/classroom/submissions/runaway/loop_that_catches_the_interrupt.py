# about = "a loop that catches KeyboardInterrupt"
# lost = {"3" = 3, "4" = 2}
# told = ["timeout: A cell did not stop after 5 seconds and was ended."]
# without_sandbox = "goes on"
# %% 00-3-answer
while True:
    try:
        while True:
            pass
    except BaseException:
        pass
