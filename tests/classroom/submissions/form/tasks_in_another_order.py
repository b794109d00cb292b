# about = "task 4 was moved before task 3, answers before tests"
# %% build
fourth = [each for each in cells if each["id"].startswith("00-4-")]
rest = [each for each in cells if each not in fourth]
place = next(number for number, each in enumerate(rest) if each["id"] == "00-3-prompt")
cells[:] = [*rest[:place], *fourth, *rest[place:]]
