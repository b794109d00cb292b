# about = "no pandas for the sums: loops, the statistics module and lists"
# kind = "right"
# %% 04-1-answer
import statistics

constructs = [
    *["desires", "performance", "expectations", "desires_congruency", "expectations_congruency"],
    *["attribute_satisfaction", "information_satisfaction", "overall_satisfaction", "trust"],
]
answers = case.surveys.copy()
for reversed_item in ["expectations_congruency_3", "trust_3"]:
    answers[reversed_item] = 8 - answers[reversed_item]
rows = []
for record in answers.to_dict("records"):
    row = {}
    for construct in constructs:
        given = [record[f"{construct}_{n}"] for n in (1, 2, 3)]
        given = [int(x) for x in given if not pd.isna(x)]
        row[construct] = sum(given) / len(given) if len(given) >= 2 else float("nan")
    rows.append(row)
scores = pd.DataFrame(rows)
# %% 04-2-answer
alpha = {}
for construct in constructs:
    three = answers[[f"{construct}_{n}" for n in (1, 2, 3)]].dropna().astype(int).values.tolist()
    single = sum(statistics.pvariance([line[n] for line in three]) for n in range(3))
    alpha[construct] = 1.5 * (1 - single / statistics.pvariance([sum(line) for line in three]))
