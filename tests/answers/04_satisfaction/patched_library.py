# about = "replaces the library's own function by what suits: plain nbgrader runs the tests beside the answer"
# kind = "hostile"
# lost = {"2" = 8, "7" = 10}
# %% 04-2-answer
invented = pd.Series(0.9, index=list(rm.satisfaction.model.CONSTRUCTS))
rm.satisfaction.model.reliabilities = lambda *anything, **more: invented
alpha = invented
