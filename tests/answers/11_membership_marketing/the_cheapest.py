# about = "keeps both caps with a programme that hardly does anything"
# kind = "mistake"
# lost = {"9" = 6}
# says = {"9" = "Another programme within both caps nets clearly more"}
# %% 11-9-answer
design = {"give_back": 0.01, "tiers": "none", "expiry_years": 2, "social": 0.0, "structural": 0.0}
