# about = "answers one situation with a word of its own"
# kind = "mistake"
# lost = {"1" = 2}
# says = {"1 skills" = "At 's1': The answer is one of 'importance'"}
# %% 00-1-answer
# as in the reference
skills = skills | {"s1": "loyalty"}
