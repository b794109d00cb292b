# about = "answers of the wrong kind or shape: a number, text, NaN, a missing key or column, other words"
# kind = "mistake"
# lost = {"1" = 8, "2" = 10, "3" = 8, "4" = 18, "6" = 8, "8" = 7, "9" = 8, "10" = 6}
# says = {"1" = "The answer is a function", "2" = "The table lacks the column 'at_end_2024'", "3" = "The answer is a DataFrame; this is a dict", "4" = "There is no value for 'points'", "4 schedule" = "The answer is a DataFrame; this is a list", "4 change" = "The answer is one number (CNY); this is text", "6" = "At 'z': The answer is NaN", "6 interval" = "The answer is a dict or a Series by name", "8" = "The answer is one number", "8 anyway" = "There is no value for 'per_extra'", "9" = "At 'tiers'", "10" = "At 'b1': The answer is one of", "10 trades" = "At 'p1': The answer is one of", "10 testable" = "At 'c1': The answer is one of"}
# %% 11-1-answer
expiry = 2500
# %% 11-2-answer
ledger = case.ledger
expired = pd.DataFrame({"at_end_2023": ledger.groupby("customer_id")["points"].sum() * 0})
# %% 11-3-answer
account = {"opening": 0}
# %% 11-4-answer
split = {"goods": "most"}
schedule = [1, 2, 3]
change = "less"
# %% 11-6-answer
cards = {"difference": 0.1, "z": float("nan"), "odds_ratio": 2.0}
interval = (0.0, 0.2)
# %% 11-8-answer
truth = [2.0]
given_away = {"share": 0.5}
# %% 11-9-answer
design = {"give_back": 0.02, "tiers": "many", "expiry_years": 2, "social": 0, "structural": 0}
# %% 11-10-answer
bonds = dict.fromkeys(case.benefits, "love")
trades = dict.fromkeys(case.programmes, "bank")
testable = dict.fromkeys(case.claims, "perhaps")
