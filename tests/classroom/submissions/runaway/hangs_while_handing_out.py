# about = "a mapping that never ends when it is read"
# lost = {"3" = 3}
# told = ["timeout: No reply within 5 seconds; the cell was interrupted."]
# %% 00-3-answer
class Endless(dict):
    def items(self):
        while True:
            yield 1, 1


buyers = Endless()
may_write = -1
