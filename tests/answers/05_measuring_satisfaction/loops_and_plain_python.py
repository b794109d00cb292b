# about = "no pandas for the sums: loops and lists; Kano by a dictionary"
# kind = "right"
# %% 05-1-answer
import math


def net_promoter(given):
    given = [int(x) for x in given if not pd.isna(x)]
    n = len(given)
    p = sum(x in (9, 10) for x in given) / n
    d = sum(x <= 6 for x in given) / n
    error = 100 * math.sqrt((p + d - (p - d) ** 2) / n)
    return {
        "nps": 100 * (p - d),
        "standard_error": error,
        "low": 100 * (p - d) - 1.96 * error,
        "high": 100 * (p - d) + 1.96 * error,
    }


answers = case.answers
rows = [row for row in answers.to_dict("records") if row["quarter"] == "second"]
score = net_promoter([row["nps"] for row in rows])
ticks = [row["csat"] for row in rows if not pd.isna(row["csat"])]
satisfied = sum(tick in (4, 5) for tick in ticks) / len(ticks)
values = []
for row in rows:
    three = [row[name] for name in case.index_weights]
    if not any(pd.isna(x) for x in three):
        mean = sum(w * x for w, x in zip(case.index_weights.values(), three)) / sum(
            case.index_weights.values()
        )
        values.append((mean - 1) / 6 * 100)
index = sum(values) / len(values)
# %% 05-4-answer
turned = {10, 11, 12, 13, 18, 19, 20, 21, 22}
ends = {
    "empathy": (18, 23),
    "tangibles": (1, 5),
    "reliability": (5, 10),
    "assurance": (14, 18),
    "responsiveness": (10, 14),
}
table = {"gap": {}, "perception": {}, "expectation": {}}
records = case.servqual.to_dict("records")
for name, (begin, end) in ends.items():
    for side, column in (("e", "expectation"), ("p", "perception")):
        ticks = [
            8 - row[f"{side}{n}"] if n in turned else row[f"{side}{n}"]
            for row in records
            for n in range(begin, end)
        ]
        table[column][name] = sum(ticks) / len(ticks)
    table["gap"][name] = table["perception"][name] - table["expectation"][name]
gaps = pd.DataFrame(table)
worst = min(table["gap"], key=table["gap"].get)
# %% 05-5-answer
rows = {"like": "QAAAO", "must-be": "RIIIM", "neutral": "RIIIM", "live-with": "RIIIM", "dislike": "RRRRQ"}


def kano(functional, dysfunctional):
    return rows[functional][list(rows).index(dysfunctional)]


seen = {}
for row in case.kano.to_dict("records"):
    seen.setdefault(row["feature"], []).append(kano(row["functional"], row["dysfunctional"]))
classes = {feature: max("MOAIRQ", key=letters.count) for feature, letters in seen.items()}
mine = seen[case.feature]
base = sum(letter in "MOAI" for letter in mine)
coefficients = {
    "better": sum(letter in "AO" for letter in mine) / base,
    "worse": -sum(letter in "OM" for letter in mine) / base,
}
# %% 05-8-answer
pairs = list(zip(case.ratings["first"], case.ratings["second"]))
n = len(pairs)
equal = sum(a == b for a, b in pairs) / n
yes_a, yes_b = sum(a for a, _ in pairs) / n, sum(b for _, b in pairs) / n
by_chance = yes_a * yes_b + (1 - yes_a) * (1 - yes_b)
agreement = {"equal": equal, "kappa": (equal - by_chance) / (1 - by_chance)}
