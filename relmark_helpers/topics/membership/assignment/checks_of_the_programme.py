"""What the checks of tasks 5 to 10 look for: tiers, cards, the programme's effect, and its design."""

from __future__ import annotations

from functools import partial

from relmark_helpers.notebook import mixed_up
from relmark_helpers.notebook.answers import Kind, Named, Number, Table, Word
from relmark_helpers.notebook.check import Check, Mistake
from relmark_helpers.topics.membership.assignment import plan, right
from relmark_helpers.topics.membership.assignment.mistakes import cards, effects, tiers
from relmark_helpers.topics.membership.assignment.own_case import CLAIMS_EACH
from relmark_helpers.topics.membership.assignment.statements import BONDS, TESTABLE, TRADES
from relmark_helpers.topics.membership.model.tiers import TIER_NAMES


def _words(letter: str, count: int, options: tuple[str, ...]) -> Kind:
    return Named([f"{letter}{number}" for number in range(1, count + 1)], Word(options))


PROGRAMME: dict[str, Check] = {
    "5": Check(
        Table(TIER_NAMES, tolerance=1e-6, row="tier"),
        right.tier_counts,
        "The tier on a day is that of the member's latest event up to it; see section 11.3.",
        (
            Mistake(tiers.tiers_transposed, "Rows are the tier at the end of 2023, columns that of 2024."),
            Mistake(
                tiers.tiers_with_newcomers,
                "Whoever joined in 2024 is in it; follow those who were members at the end of 2023.",
            ),
            Mistake(
                tiers.tiers_first,
                "The rows hold each member's first tier; take that of the latest event up to the day.",
            ),
            Mistake(
                tiers.tiers_highest,
                "This is the highest tier reached so far; members may go down: take that of the latest event.",
            ),
            Mistake(
                partial(tiers.tiers_highest, order=sorted(TIER_NAMES)),
                "This is the last tier by the alphabet so far; take that of the latest event up to the day.",
            ),
            Mistake(tiers.tiers_a_day_early, "Events of 31 December are left out; they count on that day."),
            Mistake(tiers.tiers_as_events, "These are events of 2024; count each member once."),
            Mistake(
                tiers.tiers_a_year_early,
                "These are moves of 2023; the rows are the tier at the end of 2023, the columns a year later.",
            ),
            Mistake(
                tiers.tiers_of_the_moved,
                "Members without an event in 2024 are left out; they stay where they were.",
            ),
            Mistake(
                tiers.tiers_first_twice,
                "This is each member's first tier on both days; take that of the latest event up to the day.",
            ),
            Mistake(
                tiers.tiers_by_alphabet,
                "The counts are in the order of the alphabet, and their names in another: sort by name, do not rename.",
            ),
        ),
    ),
    "5 shares": Check(
        Table(TIER_NAMES, tolerance=0.0005, row="tier"),
        right.tier_shares,
        "Divide each count by the sum of its row.",
        (
            Mistake(
                tiers.tiers_by_column,
                "You divided by the sums of the columns; each row must add up to 1.",
            ),
            Mistake(tiers.tiers_of_all, "You divided by all members; each row must add up to 1."),
            Mistake(
                tiers.shares_across,
                "The sums of the rows went along the columns; with .div(…, axis=0) each row gets its own.",
            ),
        ),
    ),
    "6": Check(
        Named(("difference", "z", "odds_ratio"), Number("difference from -1 to 1, z, odds ratio", 0.005)),
        right.cards,
        "See section 11.3, the test at the car wash.",
        (
            Mistake(
                cards.cards_relative,
                "The difference is one of shares, in points; you divided it by the first.",
            ),
            Mistake(
                cards.cards_ratio_of_shares,
                "This is the ratio of the shares; odds are done over not done.",
            ),
            Mistake(cards.cards_unpooled, "The odds ratio is the wrong way round: head start over none."),
            Mistake(
                cards.z_unpooled, "This z has the groups' own shares in its error; take the pooled share."
            ),
            Mistake(
                cards.z_of_all_cards,
                "The error of z is that of one share; that of a difference has 1/n₀ + 1/n₁.",
            ),
            Mistake(cards.z_squared, "“z” is squared here: that is chi-square."),
            Mistake(cards.log_odds, "“odds_ratio” is its logarithm here."),
            Mistake(
                cards.cards_crossed,
                "Each kind of card is divided by how many there were of the other kind; divide by its own.",
            ),
        ),
    ),
    "6 interval": Check(
        Named(("low", "high"), Number("from -1 to 1", 0.012)),
        right.interval,
        "Ends of a 95 % interval of the difference; see section 11.3.",
        (
            Mistake(
                cards.interval_of_one_error, "This reaches one standard error to either side; take 1.96."
            ),
            Mistake(
                cards.interval_of_head_start,
                "This is the interval of one share; the task asks for that of the difference.",
            ),
            Mistake(cards.interval_of_added_errors, "Variances add up, not standard errors."),
        ),
    ),
    "7": Check(
        Named(("naive", "matched", "did"), Number("orders a year", 0.01)),
        right.effects,
        "See section 11.4, each method in the open.",
        (
            Mistake(
                effects.effects_not_doubled,
                "Before counts half a year and after a whole one: double what was before.",
            ),
            Mistake(
                effects.effects_matched_for_others,
                "This is averaged over the others; the question is about members.",
            ),
            Mistake(
                effects.effects_against_never,
                "Others are all who had not joined by the end of 2022; who joins later must not be left out.",
            ),
            Mistake(
                effects.naive_of_ever,
                "Members are those who joined by the end of 2022, not whoever ever did.",
            ),
            Mistake(
                effects.naive_of_buyers,
                "Whoever placed no order in 2023 is left out; that counts as 0.",
            ),
            *(
                Mistake(
                    partial(effects.effects_of_buyers, without=without),
                    "Customers without an order in a period are missing there; they count as 0.",
                )
                for without in ("missing", "before", "either")
            ),
            Mistake(effects.naive_of_two_years, "Orders of 2024 are in it; after is 2023 alone."),
            Mistake(effects.naive_of_all_years, "Orders of all years are in it; after is 2023 alone."),
            Mistake(effects.naive_of_medians, "These are medians; compare means."),
            Mistake(
                effects.naive_in_time, "“naive” compares members with themselves; compare them with others."
            ),
            Mistake(
                effects.matched_by_number,
                "“matched” is averaged over numbers of orders; average over members.",
            ),
            Mistake(
                effects.did_halved,
                "“did” is for half a year: double what was before in place of halving what came after.",
            ),
            Mistake(effects.did_of_the_year, "Before ends on 30 June 2022, when the club opened."),
            Mistake(effects.did_of_members, "“did” is the members' change alone; take off that of others."),
        ),
    ),
    "8": Check(
        Number("orders a year", 0.01),
        right.truth,
        "The same members, with the club and without.",
        (
            Mistake(effects.truth_of_everybody, "This is averaged over all customers; take members only."),
            Mistake(
                effects.truth_as_naive,
                "This compares members with others; compare the same people with the club and without.",
            ),
            Mistake(
                effects.truth_as_share, "This is a share of the orders without; the task asks for orders."
            ),
            Mistake(effects.truth_of_all_together, "This is of all members together; take it for each."),
        ),
    ),
    "8 anyway": Check(
        Named(("share", "per_extra"), Number("from 0 to 1; CNY a CNY", 0.002)),
        right.anyway,
        "See section 11.5; of each member's rewards the part that goes to spending without the club.",
        (
            Mistake(
                effects.anyway_unweighted,
                "Every member counts alike here; weigh each by the rewards taken.",
            ),
            Mistake(
                effects.anyway_turned, "This is the share for extra purchases; asked for is the other part."
            ),
            Mistake(
                effects.anyway_of_sums,
                "“share” divides all spending by all spending; weigh each person by the rewards taken.",
            ),
            Mistake(
                effects.extra_of_members,
                "“per_extra” has members of 2022 alone below the line; take all your customers.",
            ),
            Mistake(effects.extra_as_all, "“per_extra” has all spending below the line; take what was more."),
            Mistake(effects.extra_for_points, "“per_extra” counts points; a point is worth 0.02 CNY."),
            Mistake(
                effects.extra_at_own_value,
                "“per_extra” has the value of a point of task 3; the task says what one is worth here.",
            ),
        ),
    ),
    "9": Check(
        plan.Design(),
        plan.judged_by(plan.good),
        "See section 11.5; try programmes with `rm.membership.model.against_none`.",
        tuple(Mistake(plan.with_complaint(says), says) for says in plan.COMPLAINTS),
    ),
    "10": Check(
        _words("b", 2 * len(BONDS), BONDS),
        right.bonds,
        "See section 11.1, the table of levels.",
        (
            Mistake(
                mixed_up.exchanged(right.bonds, "social", "structural"),
                "Social and structural stand for each other: people tie by the one, a system by the other.",
            ),
            Mistake(
                mixed_up.exchanged(right.bonds, "financial", "structural"),
                "Financial and structural stand for each other: a price is soon copied, a system costly to replace.",
            ),
            Mistake(
                mixed_up.exchanged(right.bonds, "financial", "social"),
                "Financial and social stand for each other: one is a price or its worth, one is people.",
            ),
            *mixed_up.all_alike(right.bonds, BONDS, "One bond stands everywhere; each stands twice."),
        ),
    ),
    "10 trades": Check(
        _words("p", len(TRADES), TRADES),
        right.trades,
        "See sections 11.1 and 11.2.",
        (
            *mixed_up.mixed_up(
                right.trades,
                {
                    "airline": "paid in distance and seats",
                    "supermarket": "small amounts added up at the till",
                    "car dealer": "a bonus that the maker pays a trader by the year's volume",
                    "club": "gifts, evenings and fellowship of those enrolled",
                },
            ),
            *mixed_up.all_alike(right.trades, TRADES, "One trade stands everywhere; each stands once."),
        ),
    ),
    "10 testable": Check(
        _words("c", 2 * CLAIMS_EACH, TESTABLE),
        right.testable,
        "Ask what you would need beside the tables: rivals, feelings, a world without the club?",
        (
            Mistake(
                mixed_up.everywhere(right.testable, "yes"),
                "No table holds what members feel, what rivals can do, or a world without the club.",
            ),
            Mistake(
                mixed_up.everywhere(right.testable, "no"),
                "Some claims are about what your tables count, and counts can speak against them.",
            ),
            Mistake(
                mixed_up.exchanged(right.testable, "yes", "no"),
                "Each word is turned round: “yes” is for claims that your tables could speak against.",
            ),
        ),
    ),
}
