# about = "gives five per cent back and everything else too"
# kind = "mistake"
# lost = {"9" = 8}
# says = {"9" = "The programme costs more than the board allows"}
# %% 11-9-answer
design = {"give_back": 0.05, "tiers": "easy", "expiry_years": 3, "social": 1.0, "structural": 1.0}
