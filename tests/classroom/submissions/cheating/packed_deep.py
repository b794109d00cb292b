# about = "answers nested without end"
# lost = {"3" = 3, "4" = 2}
# %% 00-3-answer
buyers = []
buyers.append(buyers)
may_write = 1
for _ in range(100_000):
    may_write = [may_write]
# %% 00-4-answer
alone = {}
alone["self"] = alone
