# about = "cumulative sums, Newcombe's interval by statsmodels, duckdb for the comparison, and a programme of one's own search"
# kind = "right"
# %% 11-1-answer
def expiry(earned, burned, years):
    earned, burned = np.asarray(earned, dtype=float), np.asarray(burned, dtype=float)
    gone = np.zeros(len(earned))
    for t in range(len(earned)):
        old = earned[: t - years + 2].sum() if t - years + 2 > 0 else 0.0
        gone[t] = max(old - burned[: t + 1].sum() - gone[:t].sum(), 0.0)
    return np.float64(gone[-1])


# %% 11-2-answer
ledger = case.ledger
plus = ledger[ledger["points"] > 0].pivot_table(
    index="customer_id", columns=ledger["entered_on"].dt.year, values="points", aggfunc="sum", fill_value=0
)
minus = ledger[ledger["points"] < 0].pivot_table(
    index="customer_id", columns=ledger["entered_on"].dt.year, values="points", aggfunc="sum", fill_value=0
)
plus = plus.reindex(index=sorted(ledger["customer_id"].unique()), columns=[2022, 2023, 2024], fill_value=0)
minus = minus.reindex(index=plus.index, columns=[2022, 2023, 2024], fill_value=0)
first = (plus[2022] + minus[2022] + minus[2023]).clip(lower=0)
second = (plus[2022] + plus[2023] + minus.sum(axis=1) - first).clip(lower=0)
expired = pd.DataFrame({"at_end_2023": first, "at_end_2024": second}).sample(frac=1, random_state=1)
# %% 11-6-answer
from statsmodels.stats.proportion import confint_proportions_2indep, proportions_ztest

done = [case.cards["done_head_start"], case.cards["done_plain"]]
given = [case.cards["head_start"], case.cards["plain"]]
odds = [x / (n - x) for x, n in zip(done, given)]
cards = pd.Series(
    {
        "difference": done[0] / given[0] - done[1] / given[1],
        "z": proportions_ztest(done, given)[0],
        "odds_ratio": odds[0] / odds[1],
    }
)
low, high = confint_proportions_2indep(done[0], given[0], done[1], given[1], method="newcomb")
interval = pd.Series({"low": low, "high": high})
# %% 11-7-answer
import duckdb

customers, orders, memberships = case.customers, case.orders, case.memberships
memberships["event"] = memberships["event"].astype(str)
people = duckdb.sql("""
    select c.customer_id,
        coalesce(bool_or(m.since <= '2022-12-31'), false) as member,
        (select count(*) from orders o where o.customer_id = c.customer_id and o.ordered_on < '2022-07-01') as before,
        (select count(*) from orders o where o.customer_id = c.customer_id and year(o.ordered_on) = 2023) as after
    from customers c left join memberships m on m.customer_id = c.customer_id and m.event = 'joined'
    group by c.customer_id
""").df()
effects = {
    "naive": people.loc[people["member"], "after"].mean() - people.loc[~people["member"], "after"].mean(),
    "matched": rm.membership.model.matched(people),
    "did": rm.membership.model.difference_in_differences(people),
}
