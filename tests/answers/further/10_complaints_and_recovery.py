# Mistakes in assignment 10 beyond the bank's, written from the prompts alone.

# %% 10-1-answer · of all answers, also those without a problem
funnel["complained"] = spoke.sum() / len(case.surveys)
# %% 10-1-answer · resolved of all with a problem, not of those complained of
funnel["resolved"] = solved.mean()
# %% 10-1-answer · returned of all who complained, resolved or not
funnel["returned"] = back[spoke].mean()
# %% 10-1-answer · the silent who returned, of all with a problem
funnel["silent returned"] = (back & ~spoke).mean()
# %% 10-1-answer · keeps the answers whose days are not over
everybody = case.surveys[case.surveys["problem"] != "none"]
found_too = everybody["order_id"].map(outcome)
home = returned_within(everybody, "answered_on")
funnel = {
    "complained": found_too.notna().mean(),
    "resolved": (found_too == "resolved")[found_too.notna()].mean(),
    "returned": home[found_too == "resolved"].mean(),
    "silent returned": home[found_too.isna()].mean(),
}
# %% 10-1-answer · joins by customer in place of order
funnel["complained"] = wrong["customer_id"].isin(case.complaints["customer_id"]).mean()
# %% 10-1-answer · anything but unresolved counts as resolved
funnel["resolved"] = (found[spoke] != "unresolved").mean()
# %% 10-1-answer · any order after the answer, without an end
latest = case.orders.groupby("customer_id")["ordered_on"].max()
ever = wrong["customer_id"].map(latest) > wrong["answered_on"]
funnel["returned"], funnel["silent returned"] = ever[solved].mean(), ever[~spoke].mean()
# %% 10-1-answer · per cent in place of shares
funnel = {name: 100 * share for name, share in funnel.items()}
# %% 10-1-answer · silent means not resolved
funnel["silent returned"] = back[~solved].mean()

# %% 10-2-answer · Wald's interval in place of Wilson's
wald = z * np.sqrt(p * (1 - p) / n)
returned["low"], returned["high"] = p - wald, p + wald
# %% 10-2-answer · quick is fewer than four days
early = (grave["closed"] - grave["opened"]).dt.days < 4
ways = np.where(solved & early, "resolved quickly", np.where(solved, "resolved", "not resolved"))
counted = pd.Series(returned_within(grave, "closed").to_numpy()).groupby(ways).agg(["mean", "size"])
p, n = counted["mean"], counted["size"]
middle, half = p + z**2 / (2 * n), z * np.sqrt(p * (1 - p) / n + z**2 / (4 * n**2))
low, high = (middle - half) / (1 + z**2 / n), (middle + half) / (1 + z**2 / n)
returned = pd.DataFrame({"share": p, "low": low, "high": high})
# %% 10-2-answer · resolved holds the quick ones too
both = returned_within(grave, "closed")[solved]
p, n = both.mean(), len(both)
middle, half = p + z**2 / (2 * n), z * np.sqrt(p * (1 - p) / n + z**2 / (4 * n**2))
returned.loc["resolved"] = [p, (middle - half) / (1 + z**2 / n), (middle + half) / (1 + z**2 / n)]
# %% 10-2-answer · all severities together
everything = case.complaints[case.complaints["closed"] + pd.Timedelta(days=case.within) <= last]
done = everything["outcome"] == "resolved"
fast = (everything["closed"] - everything["opened"]).dt.days <= 4
ways = np.where(done & fast, "resolved quickly", np.where(done, "resolved", "not resolved"))
counted = pd.Series(returned_within(everything, "closed").to_numpy()).groupby(ways).agg(["mean", "size"])
p, n = counted["mean"], counted["size"]
middle, half = p + z**2 / (2 * n), z * np.sqrt(p * (1 - p) / n + z**2 / (4 * n**2))
low, high = (middle - half) / (1 + z**2 / n), (middle + half) / (1 + z**2 / n)
returned = pd.DataFrame({"share": p, "low": low, "high": high})
# %% 10-2-answer · counts days from opening
counted = pd.Series(returned_within(grave, "opened").to_numpy()).groupby(handling).agg(["mean", "size"])
p, n = counted["mean"], counted["size"]
middle, half = p + z**2 / (2 * n), z * np.sqrt(p * (1 - p) / n + z**2 / (4 * n**2))
low, high = (middle - half) / (1 + z**2 / n), (middle + half) / (1 + z**2 / n)
returned = pd.DataFrame({"share": p, "low": low, "high": high})
# %% 10-2-answer · z of 1.645
z = 1.645
middle, half = p + z**2 / (2 * n), z * np.sqrt(p * (1 - p) / n + z**2 / (4 * n**2))
returned["low"], returned["high"] = (middle - half) / (1 + z**2 / n), (middle + half) / (1 + z**2 / n)
# %% 10-2-answer · quick is quick, resolved or not
ways = np.where(quick, "resolved quickly", np.where(solved, "resolved", "not resolved"))
counted = pd.Series(returned_within(grave, "closed").to_numpy()).groupby(ways).agg(["mean", "size"])
p, n = counted["mean"], counted["size"]
middle, half = p + z**2 / (2 * n), z * np.sqrt(p * (1 - p) / n + z**2 / (4 * n**2))
low, high = (middle - half) / (1 + z**2 / n), (middle + half) / (1 + z**2 / n)
returned = pd.DataFrame({"share": p, "low": low, "high": high})
# %% 10-2-answer · low and high swapped
returned = returned.rename(columns={"low": "high", "high": "low"})


# %% 10-3-answer · adds the silent of everybody
def rebuy(complaining, handled, silent):
    return complaining * handled + silent


# %% 10-3-answer · the shares the wrong way round
def rebuy(complaining, handled, silent):
    return (1 - complaining) * handled + complaining * silent


# %% 10-3-answer · the plain mean of both
def rebuy(complaining, handled, silent):
    return (handled + silent) / 2


# %% 10-3-answer · rounds to two places
def rebuy(complaining, handled, silent):
    return round(complaining * handled + (1 - complaining) * silent, 2)


# %% 10-3-answer · wanted over handled
needed = told["wanted"] / told["handled"]
# %% 10-3-answer · how much more must complain
needed = needed - told["complaining"]
# %% 10-3-answer · the complement: who may stay silent
needed = 1 - needed
# %% 10-3-answer · forgets the silent below the line
needed = (told["wanted"] - told["silent"]) / told["handled"]

# %% 10-4-answer · before less after
differences["within"] = -differences["within"]
# %% 10-4-answer · within of everybody
differences["within"] = (study["after"] - study["before"]).mean()
# %% 10-4-answer · between by the answers before
differences["between"] = study.groupby("failure")["before"].mean().diff().iloc[-1]
# %% 10-4-answer · between the wrong way round
differences["between"] = -differences["between"]
# %% 10-4-answer · both is within less between
differences["both"] = differences["within"] - differences["between"]
# %% 10-4-answer · interval of the change of those with a failure
moved = (study["after"] - study["before"])[study["failure"]]
error = 1.96 * moved.std() / np.sqrt(len(moved))
interval = {"low": moved.mean() - error, "high": moved.mean() + error}
# %% 10-4-answer · variances of the answers after
late = study.groupby("failure")["after"]
error = 1.96 * np.sqrt((late.var() / late.size()).sum())
interval = {"low": differences["both"] - error, "high": differences["both"] + error}
# %% 10-4-answer · standard deviations in place of standard errors
moved = (study["after"] - study["before"]).groupby(study["failure"])
error = 1.96 * np.sqrt(moved.var().sum())
interval = {"low": differences["both"] - error, "high": differences["both"] + error}
# %% 10-4-answer · verdicts without looking at the interval
changes = study.assign(s=study["after"] - study["before"], o=study["orders_after"] - study["orders_before"])
means = changes.groupby("failure")[["s", "o"]].mean()
verdict = {
    "satisfaction": "higher" if means["s"].diff().iloc[-1] > 0 else "lower",
    "orders": "higher" if means["o"].diff().iloc[-1] > 0 else "lower",
}
# %% 10-4-answer · the two measures swapped in the verdict
verdict = {"satisfaction": verdict["orders"], "orders": verdict["satisfaction"]}
# %% 10-4-answer · verdicts as numbers of the interval
verdict = {"satisfaction": differences["both"], "orders": 0}

# %% 10-5-answer · correlations shared out
together = case.rated[names].corrwith(case.rated["satisfaction"])
justice = dict(together / together.sum())
# %% 10-5-answer · standardised slopes
weights = slopes * case.rated[names].std().to_numpy()
justice = dict(zip(names, weights / weights.sum()))
# %% 10-5-answer · one regression for each
alone = np.array([np.polyfit(case.rated[name], case.rated["satisfaction"], 1)[0] for name in names])
justice = dict(zip(names, alone / alone.sum()))
# %% 10-5-answer · the slopes as they are
justice = dict(zip(names, slopes))
# %% 10-5-answer · the constant among what is divided
every = np.linalg.lstsq(design, case.rated["satisfaction"], rcond=None)[0]
justice = dict(zip(names, every[:3] / every.sum()))
# %% 10-5-answer · without a constant
flat = np.linalg.lstsq(case.rated[names].to_numpy(), case.rated["satisfaction"], rcond=None)[0]
justice = dict(zip(names, flat / flat.sum()))

# %% 10-6-answer · divides arrivals by time
open_cases = desk["cases_a_day"] / desk["days_open"]
# %% 10-6-answer · takes the half of it as the usual day
open_cases = desk["cases_a_day"] * desk["days_open"] / 2


# %% 10-6-answer · Erlang B in place of C
def wait_chance(load, agents):
    blocked = 1.0
    for number in range(1, agents + 1):
        blocked = load * blocked / (number + load * blocked)
    return blocked


# %% 10-6-answer · the recursion one step short
def wait_chance(load, agents):
    blocked = 1.0
    for number in range(1, agents):
        blocked = load * blocked / (number + load * blocked)
    return blocked / (1 - load / agents * (1 - blocked))


# %% 10-6-answer · forgets the 1 − B below the line
def wait_chance(load, agents):
    blocked = 1.0
    for number in range(1, agents + 1):
        blocked = load * blocked / (number + load * blocked)
    return min(blocked / (1 - load / agents), 1.0)


# %% 10-6-answer · multiplies by one plus shrinkage
staff["roster"] = int(np.ceil(staff["agents"] * (1 + desk["shrinkage"])))
# %% 10-6-answer · rounds the roster down
staff["roster"] = int(np.floor(staff["agents"] / (1 - desk["shrinkage"])))
# %% 10-6-answer · roster over the shrinkage
staff["roster"] = int(np.ceil(staff["agents"] / desk["shrinkage"]))
# %% 10-6-answer · one agent above the load
staff = {"agents": int(load) + 1, "roster": int(np.ceil((int(load) + 1) / (1 - desk["shrinkage"])))}
# %% 10-6-answer · the chance not to wait in place of the share in time
number = int(load) + 1
while 1 - wait_chance(load, number) < desk["level"]:
    number += 1
staff = {"agents": number, "roster": int(np.ceil(number / (1 - desk["shrinkage"])))}
# %% 10-6-answer · mean of those who waited only
mean_wait = np.mean([each for each in waited if each > 0])
# %% 10-6-answer · agents in turn, not who is free first
turn, pauses = [0.0] * desk["agents"], []
for number, (came, takes) in enumerate(zip(case.calls["came"], case.calls["takes"])):
    starts = max(came, turn[number % desk["agents"]])
    pauses.append(starts - came)
    turn[number % desk["agents"]] = starts + takes
mean_wait = np.mean(pauses)
# %% 10-6-answer · adds the call itself to the wait
mean_wait = np.mean(waited) + case.calls["takes"].mean()
# %% 10-6-answer · one agent only
alone, pauses = 0.0, []
for came, takes in zip(case.calls["came"], case.calls["takes"]):
    starts = max(came, alone)
    pauses.append(starts - came)
    alone = starts + takes
mean_wait = np.mean(pauses)
# %% 10-6-answer · in minutes
mean_wait = np.mean(waited) / 60
# %% 10-6-answer · hang up: the same
hang_up = "the same"

# %% 10-7-answer · forgets the first generation
heard = heard - story["first"]
# %% 10-7-answer · overlap in place of its complement
heard = story["first"] * (1 + story["retold"] * story["second"] * story["overlap"])
# %% 10-7-answer · takes the overlap off everybody
heard = story["first"] * (1 + story["retold"] * story["second"]) * (1 - story["overlap"])
# %% 10-7-answer · everybody tells it on
heard = story["first"] * (1 + story["second"] * (1 - story["overlap"]))
# %% 10-7-answer · retelling without the overlap
retelling = (story["total"] / story["first"] - 1) / story["second"]
# %% 10-7-answer · retelling without taking off the first
retelling = story["total"] / (story["first"] * story["second"] * (1 - story["overlap"]))
# %% 10-7-answer · cut at 1
retelling = retelling / (1 + retelling)


# %% 10-7-answer · one generation too many
def people(first, second, retold, fades, generations):
    total = new = first
    for number in range(generations):
        new = new * retold * fades**number * second
        total = total + new
    return total


# %% 10-7-answer · nothing fades
def people(first, second, retold, fades, generations):
    return sum(first * (retold * second) ** number for number in range(generations))


# %% 10-7-answer · the last generation only
def people(first, second, retold, fades, generations):
    new = first
    for number in range(generations - 1):
        new = new * retold * fades**number * second
    return new


# %% 10-7-answer · fades from the first telling on
def people(first, second, retold, fades, generations):
    total = new = first
    for number in range(1, generations):
        new = new * retold * fades**number * second
        total = total + new
    return total


# %% 10-7-answer · fades once for all
def people(first, second, retold, fades, generations):
    total = new = first
    for number in range(generations - 1):
        new = new * retold * (fades if number else 1) * second
        total = total + new
    return total


# %% 10-8-answer · precision and recall swapped
quality = {"precision": quality["recall"], "recall": quality["precision"]}
# %% 10-8-answer · accuracy as precision
quality["precision"] = ((chance >= 0.5) == major).mean()
# %% 10-8-answer · recall of the minor ones
quality["recall"] = (chance < 0.5)[~major].mean()
# %% 10-8-answer · the share called grave as recall
quality["recall"] = (chance >= 0.5).mean()
# %% 10-8-answer · a cost for each complaint
cheapest["cost"] = cheapest["cost"] / len(case.triaged)
# %% 10-8-answer · the two costs swapped
totals = {}
for threshold in np.arange(1, 20) / 20:
    flagged = chance >= threshold
    totals[threshold] = (
        case.costs["called"] * (major & ~flagged).sum() + case.costs["missed"] * (~major & flagged).sum()
    )
least = min(totals, key=totals.get)
cheapest = {"threshold": least, "cost": totals[least]}
# %% 10-8-answer · every call costs, the right ones too
totals = {}
for threshold in np.arange(1, 20) / 20:
    flagged = chance >= threshold
    totals[threshold] = case.costs["missed"] * (major & ~flagged).sum() + case.costs["called"] * flagged.sum()
least = min(totals, key=totals.get)
cheapest = {"threshold": least, "cost": totals[least]}
# %% 10-8-answer · the cost at one half
flagged = chance >= 0.5
cheapest = {
    "threshold": 0.5,
    "cost": case.costs["missed"] * (major & ~flagged).sum() + case.costs["called"] * (~major & flagged).sum(),
}
# %% 10-8-answer · the dearest threshold
worst = max(spent, key=spent.get)
cheapest = {"threshold": worst, "cost": spent[worst]}

# %% 10-9-answer · three standard deviations of the base
limit = usual + 3 * case.weeks.iloc[:52].std()
# %% 10-9-answer · two standard deviations
limit = usual + 2 * np.sqrt(usual)
# %% 10-9-answer · variance in place of the root
limit = usual + 3 * usual
# %% 10-9-answer · all weeks as the base
overall = case.weeks.mean()
limit = overall + 3 * np.sqrt(overall)
# %% 10-9-answer · the lower limit
limit = usual - 3 * np.sqrt(usual)
# %% 10-9-answer · the normal curve's tail
warning["false alarm"] = 0.00135
# %% 10-9-answer · the cumulative chance
warning["false alarm"] = poisson.cdf(limit, usual)
# %% 10-9-answer · the chance to hit the limit exactly
warning["false alarm"] = poisson.pmf(np.floor(limit), usual)
# %% 10-9-answer · the share of base weeks above
warning["false alarm"] = (case.weeks.iloc[:52] > limit).mean()
# %% 10-9-answer · one week too many in the base
warning["alarms"] = (case.weeks > usual).sum()
# %% 10-9-answer · the weeks after the base above the mean
warning["alarms"] = (case.weeks.iloc[52:] > usual).sum()
# %% 10-9-answer · the share of weeks with an alarm
warning["alarms"] = (case.weeks.iloc[52:] > limit).mean()

# %% 10-10-answer · spends nothing
plan = {"ease": 0.0, "staff": 0.5, "remedy": 0.0, "training": 0.0}
# %% 10-10-answer · everything at the top, whatever it costs
plan = {"ease": 1.0, "staff": 100.0, "remedy": 1.0, "training": 1.0}
# %% 10-10-answer · invites everybody to a desk of one
plan = {**plan, "ease": 1.0, "staff": 1.0}
# %% 10-10-answer · per cent in place of shares
plan = {
    "ease": 100 * plan["ease"],
    "staff": plan["staff"],
    "remedy": 100 * plan["remedy"],
    "training": plan["training"],
}
# %% 10-10-answer · a lever is missing
plan = {"ease": plan["ease"], "staff": plan["staff"], "remedy": plan["remedy"]}
# %% 10-10-answer · attitude and policy swapped
rules = {key: {"attitude": "policy", "policy": "attitude"}.get(rule, rule) for key, rule in rules.items()}
# %% 10-10-answer · all four the same rule
rules = {key: "database" for key in rules}
# %% 10-10-answer · rotation and database swapped
rules = {key: {"rotation": "database", "database": "rotation"}.get(rule, rule) for key, rule in rules.items()}
# %% 10-10-answer · every sentence holds
holds = {key: "yes" for key in holds}
# %% 10-10-answer · no and yes the wrong way round
holds = {key: {"yes": "no", "no": "yes"}[word] for key, word in holds.items()}
# %% 10-10-answer · rules turned round: from rule to measure
rules = {rule: key for key, rule in rules.items()}
