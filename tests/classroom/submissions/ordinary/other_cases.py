# about = "draws the case of another chapter, and an unseen one to practise on, which anybody may"
# %% 00-4-answer
known = [case.customers["birth_year"] // 10, case.customers["joined"].dt.year]
alone = (case.customers.groupby(known)["customer_id"].transform("size") == 1).sum()
assert len(case.unseen().customers) == len(case.customers)
assert not case.unseen().customers.equals(case.customers)
assert list(rm.case("04").claims) and rm.case("00").customers.equals(case.customers)
