"""The queries of ``queries.sql`` as ibis expressions, which run on DuckDB, PostgreSQL and Spark alike.

Each takes ``t``, a function from a table's name to ibis's table, so the backend is the caller's choice.
"""

from __future__ import annotations

from collections.abc import Callable

import ibis
from ibis import _
from ibis.expr.types import BooleanValue, IntegerValue, Table

Tables = Callable[[str], Table]


def share(condition: BooleanValue) -> IntegerValue:
    return condition.ifelse(1, 0)  # not 1.0 and 0.0, which Spark takes for decimals and means to five digits


def spending(t: Tables) -> Table:
    lines = t("orders").join(t("order_lines"), "order_id")
    return lines.group_by("customer_id").agg(spending=_.price_paid.sum())


def fifth(*order):
    return ibis.ntile(5).over(order_by=list(order)) + 1


def rfm(t: Tables) -> Table:
    lines = t("orders").join(t("order_lines"), "order_id")
    bought = lines.group_by("customer_id").agg(
        last_order=_.ordered_on.max(), frequency=_.order_id.nunique(), monetary=_.price_paid.sum()
    )
    today = t("orders").agg(today=_.ordered_on.max())
    return (
        bought.cross_join(today)
        .select(
            "customer_id",
            recency_days=_.today.delta(_.last_order, unit="day"),
            frequency=_.frequency,
            monetary=_.monetary,
            r=fifth(_.last_order, _.customer_id),
            f=fifth(_.frequency, _.customer_id),
            m=fifth(_.monetary, _.customer_id),
        )
        .order_by("customer_id")
    )


def five_groups(t: Tables) -> Table:
    day = _.ordered_on
    bought = t("orders").select("customer_id", month=(day.year() * 12 + day.month()).cast("int32")).distinct()
    own = ibis.window(group_by="customer_id", order_by="month")
    spells = bought.mutate(before=_.month.lag().over(own), next=_.month.lead().over(own))
    calendar = bought.select(now="month").distinct()
    begun = t("orders").agg(begun=_.ordered_on.min())
    joined = spells.join(t("customers").select("customer_id", "joined"), "customer_id").cross_join(begun)
    months = joined.join(
        calendar,
        [calendar.now >= joined.month, joined.next.isnull() | (calendar.now < joined.next)],
    )
    first = _.before.isnull() & (_.joined >= _.begun)
    grouped = months.select(
        month=_.now,
        standing=ibis.cases(
            (_.now - _.month > 6, "quitter"),
            (first & (_.now == _.month), "new"),
            (first, "trier"),
            ((_.now == _.month) & (_.month - _.before > 6), "switcher"),
            else_="existing",
        ),
    )
    return grouped.group_by("month", "standing").agg(customers=_.count()).order_by("month", "standing")


def order_gaps(t: Tables) -> Table:
    own = ibis.window(group_by="customer_id", order_by=["ordered_on", "order_id"])
    gaps = t("orders").mutate(before=_.ordered_on.lag().over(own)).filter(_.before.notnull())
    days = gaps.select("customer_id", days=_.ordered_on.delta(_.before, unit="day"))
    named = days.join(t("customers").select("customer_id", "crm_segment"), "customer_id")
    return (
        named.group_by("crm_segment")
        .agg(gaps=_.count(), mean_days=_.days.mean(), median_days=_.days.cast("float64").median())
        .order_by("crm_segment")
    )


def cohort_retention(t: Tables) -> Table:
    def quarter(day):
        return (day.year() * 4 + day.quarter()).cast("int32")

    begun = t("orders").agg(begun=_.ordered_on.min())
    joined = t("customers").cross_join(begun).filter(_.joined >= _.begun)
    joined = joined.select("customer_id", cohort=quarter(_.joined))
    sizes = joined.group_by("cohort").agg(customers=_.count())
    bought = t("orders").select("customer_id", quarter=quarter(_.ordered_on)).distinct()
    return (
        joined.join(bought, "customer_id")
        .join(sizes, "cohort")
        .mutate(quarters_since=_.quarter - _.cohort)
        .group_by("cohort", "quarters_since")
        .agg(buyers=_.count(), customers=_.customers.min())
        .select("cohort", "quarters_since", "buyers", share=_.buyers.cast("float64") / _.customers)
        .order_by("cohort", "quarters_since")
    )


def spending_by_fifth(t: Tables) -> Table:
    spent = spending(t)
    whole = spent.agg(whole=_.spending.sum())
    ranked = spent.mutate(fifth=fifth(_.spending.desc(), _.customer_id)).cross_join(whole)
    return (
        ranked.group_by("fifth")
        .agg(customers=_.count(), spending=_.spending.sum(), whole=_.whole.min())
        .select("fifth", "customers", "spending", share=_.spending.cast("float64") / _.whole.cast("float64"))
        .order_by("fifth")
    )


def return_after_complaint(t: Tables) -> Table:
    today = t("orders").agg(today=_.ordered_on.max())
    days = ibis.interval(days=90)
    cases = (
        t("complaints")
        .cross_join(today)
        .filter(_.closed.cast("timestamp") + days <= _.today.cast("timestamp"))
    )
    cases = cases.select("complaint_id", "customer_id", "outcome", "closed")
    orders = t("orders").select("ordered_on", buyer="customer_id")
    after = cases.join(orders, cases.customer_id == orders.buyer).filter(
        (_.ordered_on > _.closed) & (_.ordered_on.cast("timestamp") <= _.closed.cast("timestamp") + days)
    )
    back = after.select(back="complaint_id").distinct()
    return (
        cases.left_join(back, cases.complaint_id == back.back)
        .group_by("outcome")
        .agg(complaints=_.count(), returned=share(_.back.notnull()).mean())
        .order_by("outcome")
    )


def points_balance(t: Tables) -> Table:
    own = ibis.cumulative_window(group_by="customer_id", order_by=["entered_on", "entry_id"])
    running = t("points_ledger").mutate(so_far=_.points.sum().over(own))
    return (
        running.group_by("customer_id")
        .agg(entries=_.count(), balance=_.points.sum(), lowest=_.so_far.min())
        .order_by("customer_id")
    )


def response_rates(t: Tables) -> Table:
    return (
        t("survey_invitations")
        .group_by("method")
        .agg(invited=_.count(), answered=_.answered.ifelse(1, 0).sum(), rate=share(_.answered).mean())
        .order_by("method")
    )


def referral_chains(t: Tables, longest: int = 40) -> Table:
    """ibis has no recursive queries, so the chain is followed one step of joins after the other."""
    # nullif: ibis unites no column that may be missing with a key that may not, and no key is 0
    customers = t("customers").select("referred_by", brought=_.customer_id.nullif(0))
    here = customers.filter(_.referred_by.isnull()).select(origin="brought", last="brought")
    levels, steps = [here.mutate(steps=0)], 0
    while here.count().execute() and steps < longest:
        steps += 1
        here = customers.join(here, customers.referred_by == here.last).select("origin", last="brought")
        levels.append(here.mutate(steps=steps))
    return (
        ibis.union(*levels)
        .group_by("origin")
        .agg(brought=_.count() - 1, steps=_.steps.max())
        .filter(_.brought > 0)
        .order_by(_.brought.desc(), "origin")
        .limit(20)
    )


def branch_profit(t: Tables) -> Table:
    relationship = _.contact_cost + _.complaint_cost + _.programme_cost + _.acquisition_cost
    years = (
        t("branch_months")
        .mutate(year=_.month.year())
        .group_by("year", "branch_id")
        .agg(
            revenue=_.revenue.sum(),
            product_cost=_.product_cost.sum(),
            relationship_cost=relationship.sum(),
            standing_cost=(_.staff_cost + _.fixed_cost).sum(),
            profit=_.profit.sum(),
        )
    )
    place = ibis.rank().over(group_by="year", order_by=_.profit.desc()) + 1
    named = years.join(t("branches").select("branch_id", "city_en"), "branch_id")
    columns = ["revenue", "product_cost", "relationship_cost", "standing_cost", "profit"]
    return named.select("year", "city_en", *columns, place=place).order_by("year", "place", "city_en")


def target_list(t: Tables) -> Table:
    yes = ["yes", "Y", "是", "1", "true"]
    agreed = t("customers").filter(_.consent).select("customer_id")
    records = t("crm_export").select("customer_id", says=ibis.coalesce(_.consent, ""))
    willing = agreed.join(records, "customer_id").group_by("customer_id")
    willing = willing.agg(against=_.says.isin(yes).ifelse(0, 1).sum()).filter(_.against == 0)
    today = t("orders").agg(today=_.ordered_on.max())
    recent = t("orders").cross_join(today).filter(_.ordered_on.delta(_.today, unit="day") > -365)
    lines = recent.select("order_id", "customer_id").join(t("order_lines"), "order_id")
    spent = lines.semi_join(willing, "customer_id").group_by("customer_id").agg(spending=_.price_paid.sum())
    place = ibis.row_number().over(order_by=[_.spending.desc(), _.customer_id]) + 1
    priced = spent.mutate(cost_so_far=place * 4.5)
    return priced.filter(_.cost_so_far <= 2000).order_by("cost_so_far")


def crm_duplicates(t: Tables) -> Table:
    def figures(text, last):
        return text.re_replace("[^0-9]", "").right(last)

    records = t("crm_export").select(
        "crm_id", email=_.email.lower(), telephone=figures(_.telephone, 8), born=figures(_.birth_year, 2)
    )
    other = records.rename(
        other_id="crm_id", other_email="email", other_telephone="telephone", other_born="born"
    )
    later = other.other_id > records.crm_id
    by_telephone = [records.telephone == other.other_telephone, records.born == other.other_born, later]
    by_email = [records.email == other.other_email, later]
    pairs = [
        records.join(other, rule).select(first="crm_id", second="other_id")
        for rule in (by_telephone, by_email)
    ]
    return ibis.union(*pairs, distinct=True).order_by("first", "second")


def campaign_effect(t: Tables) -> Table:
    treated = t("campaign_assignments").join(
        t("campaigns").select("campaign_id", "starts", "ends"), "campaign_id"
    )
    orders = t("orders").select("ordered_on", buyer="customer_id")
    during = [
        treated.customer_id == orders.buyer,
        orders.ordered_on >= treated.starts,
        orders.ordered_on <= treated.ends,
    ]
    buyers = treated.join(orders, during).select(bought_in="campaign_id", buyer="buyer").distinct()
    both = treated.left_join(
        buyers, [treated.campaign_id == buyers.bought_in, treated.customer_id == buyers.buyer]
    )
    return (
        both.group_by("campaign_id", "treated")
        .agg(customers=_.count(), ordered=share(_.bought_in.notnull()).mean())
        .order_by("campaign_id", "treated")
    )


QUERIES = {
    query.__name__: query
    for query in (
        rfm, five_groups, order_gaps, cohort_retention, spending_by_fifth, return_after_complaint,
        points_balance, response_rates, referral_chains, branch_profit, target_list, crm_duplicates,
        campaign_effect,
    )
}  # fmt: skip
