"""Truth of chapters 09 to 11 and 14: contacts, campaigns, complaints, word of mouth, the club, the staff."""

from __future__ import annotations

from relmark_helpers.company.state import State
from relmark_helpers.company.truth.row import Row
from relmark_helpers.company.vocabulary import SEGMENTS


def service_truth(state: State) -> list[Row]:
    """List what was put into contacts, campaigns, complaints, word of mouth, the club and the service-profit chain.

    Parameters
    ----------
    state : State
        The company.

    Returns
    -------
    list of Row

    Examples
    --------
    >>> from relmark_helpers.company.engine import simulate
    >>> rows = service_truth(simulate(customers=200, months=6).state)
    >>> [row.value for row in rows if (row.cause, row.effect) == ("membership", "orders")]
    [0.12]
    """
    p = state.parameters
    contacts, failures, handling, told, club, staff = (
        p.contacts,
        p.failures,
        p.complaining,
        p.word_of_mouth,
        p.club,
        p.staff,
    )
    at, left = state.customers.joined[: state.count], state.customers.left[: state.count]
    share, points, log_rate = "share", "points", "log of orders a month"
    return [
        *(
            Row(
                "outcome",
                "",
                f"customers lost in {p.first_year + year}",
                "",
                float(((left > 12 * year) & (left <= 12 * year + 12) & there).sum() / max(there.sum(), 1)),
                "07",
                share,
                "Of the customers at the beginning of the year, the share who left for good in it; nobody tells.",
            )
            for year in range(state.month // 12)
            for there in [(at <= 12 * year) & ((left == 0) | (left > 12 * year))]
        ),
        Row("outcome", "good", "people told in all", "", state.told[0], "10", "people", "Who heard of good experiences."),
        Row("outcome", "bad", "people told in all", "", state.told[1], "10", "people", "Who heard of bad experiences."),
        Row("contact", "bad contact", "trust", "", -contacts.bad_trust, "09", points, "What a bad contact does to trust."),
        Row("contact", "good contact", "trust", "", contacts.good_trust, "09", points, "What a good one does."),
        Row(
            "contact",
            "fatigue",
            "orders",
            "",
            -contacts.fatigue_orders,
            "09",
            f"{log_rate} per point",
            "What a point of fatigue beyond the comfortable does to the rate of orders.",
        ),
        *(
            Row(
                "campaign",
                f"campaign {number}",
                segment,
                "",
                uplift,
                "09",
                log_rate,
                "What being treated does to the rate of orders while the campaign lasts, by true segment.",
            )
            for number, campaign in enumerate(p.campaigns, start=1)
            for segment, uplift in zip(SEGMENTS, campaign.uplift, strict=True)
        ),
        Row("failure", "minor", "trust", "", -failures.trust_minor, "10", points, "What a minor failure does to trust."),
        Row("failure", "major", "trust", "", -failures.trust_major, "10", points, "What a major failure does to trust."),
        Row(
            "failure",
            "minor",
            "overall_satisfaction",
            "",
            -failures.satisfaction_minor,
            "10",
            points,
            "What a minor failure does to overall satisfaction with the order.",
        ),
        Row(
            "failure",
            "major",
            "overall_satisfaction",
            "",
            -failures.satisfaction_major,
            "10",
            points,
            "What a major failure does to overall satisfaction with the order.",
        ),
        *(
            Row(
                "recovery",
                justice,
                "recovery",
                "",
                weight,
                "10",
                share,
                "Weight of this justice in recovery, in points beyond 4.",
            )
            for justice, weight in zip(("distributive", "procedural", "interactional"), handling.shares, strict=True)
        ),
        Row(
            "recovery",
            "recovery",
            "overall_satisfaction",
            "",
            handling.satisfaction_regained,
            "10",
            "share of the loss per point",
            f"Satisfaction regained; at most {handling.satisfaction_ceiling} of the loss: more than was lost.",
        ),
        Row(
            "recovery",
            "recovery",
            "trust",
            "",
            handling.trust_regained,
            "10",
            "share of the loss per point",
            f"Trust regained; at most {handling.trust_ceiling} of the loss: never all of it.",
        ),
        Row("word of mouth", "good", "people told", "", told.told_good, "10", "people", "How many hear of a good experience, on average."),
        Row("word of mouth", "bad", "people told", "", told.told_bad, "10", "people", "How many hear of a bad one, on average."),
        Row(
            "word of mouth",
            "strength",
            "telling",
            "",
            told.by_strength,
            "10",
            "logit per point",
            "What a point further from the ordinary does to telling, whichever way.",
        ),
        Row(
            "word of mouth",
            "hearing good",
            "joining",
            "",
            told.converts,
            "10",
            "chance",
            "The chance that somebody who hears good and is no customer becomes one in that month.",
        ),
        Row("club", "membership", "orders", "", club.orders, "11", log_rate, "What membership itself does to the rate of orders; tiers, rewards and longer staying add theirs."),
        Row("club", "silver", "orders", "", club.by_tier[1], "11", log_rate, "What the silver tier adds to that."),
        Row("club", "gold", "orders", "", club.by_tier[2], "11", log_rate, "What the gold tier adds to that."),
        Row("club", "next reward", "orders", "", club.pressure, "11", log_rate, "What is added just before a reward, growing evenly towards it."),
        Row(
            "club",
            "own rate",
            "joining",
            "",
            club.by_rate,
            "11",
            "logit per log of orders a month",
            "How much more likely frequent buyers are to join: the selection.",
        ),
        Row("club", "disposition", "joining", "", club.by_disposition, "11", "logit per point", "The same for the disposition to trust."),
        Row(
            "service-profit chain",
            "job_satisfaction",
            "service",
            "",
            staff.to_service,
            "14",
            "points per point",
            "What a point of a branch's job satisfaction does to its service, in the end.",
        ),
        Row(
            "service-profit chain",
            "service",
            "performance",
            "",
            staff.service_to_performance,
            "14",
            "points per point",
            "What a point of service does to perceived performance.",
        ),
    ]  # fmt: skip
