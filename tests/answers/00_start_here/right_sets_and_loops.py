# about = "plain Python: sets, loops and a Counter in place of pandas"
# kind = "right"
# %% 00-3-answer
agreed = {row.customer_id for row in case.customers.itertuples() if row.consent}
ordered = set()
for number in case.orders["customer_id"]:
    ordered.add(number)
buyers = len(ordered)
may_write = len(ordered & agreed)
# %% 00-4-answer
from collections import Counter

looks = [(row.birth_year // 10, row.joined.year) for row in case.customers.itertuples()]
alone = sum(count == 1 for count in Counter(looks).values())
