"""Truth of chapters 02, 08, 12 and 13: ties, key accounts, part-worths, the export."""

from __future__ import annotations

from relmark_helpers.company.parameters.partners import Export, KeyAccounts, Partners, Preferences
from relmark_helpers.company.truth.row import Row
from relmark_helpers.company.vocabulary import SEGMENTS


def partners_truth(
    accounts: KeyAccounts, partners: Partners, preferences: Preferences, export: Export
) -> list[Row]:
    """List the numbers that were put into the small worlds, as rows of the table ``truth``.

    Parameters
    ----------
    accounts, partners, preferences, export
        The numbers of each small world.

    Returns
    -------
    list of Row

    Examples
    --------
    >>> rows = partners_truth(KeyAccounts(), Partners(), Preferences(), Export())
    >>> [row.value for row in rows if row[:3] == ("tie path", "trust_by_them", "commitment_by_them")]
    [0.5]
    """
    return [
        *(
            Row("tie path", cause, effect, "structural", value, "02", "points per point",
             f"What one point more of {_spoken(cause)} does to {_spoken(effect)}.")
            for (cause, effect), value in (partners.as_dict() | _our_side(partners)).items()
        ),
        Row("tie path", "promises_kept", "trust_by_us", "structural", partners.promises_to_trust_by_us, "02",
         "points per ten percentage points", "What ten percentage points more of promises kept do to our trust."),
        *_account_rows(accounts),
        *(
            Row("part-worth", attribute, segment, "structural", value, "12", _PART_WORTH_UNITS[attribute],
             f"What it adds to the utility of an offer in the true segment {_spoken(segment)}.")
            for segment, worths in zip(SEGMENTS, preferences.part_worths, strict=True)
            for attribute, value in vars(worths).items()
        ),
        Row("export", "", "duplicates", "", export.duplicates, "08", "share of customers",
         "How many customers stand in the export twice, on average."),
        Row("export", "", "withdrawn", "", export.withdrawn, "08", "share of consenting customers",
         "How many of those who consented have withdrawn, which only the export knows, on average."),
    ]  # fmt: skip


def _our_side(partners: Partners) -> dict[tuple[str, str], float]:
    return {
        ("shared_values", "trust_by_us"): partners.shared_values_to_trust,
        ("communication", "trust_by_us"): partners.communication_to_trust,
        ("trust_by_us", "commitment_by_us"): partners.trust_to_commitment,
        ("dependence_of_us", "commitment_by_us"): partners.dependence_to_commitment_by_us,
        ("dependence_of_them", "termination_costs"): partners.dependence_to_termination_costs,
    }


_PART_WORTH_UNITS = {
    "delivery_week": "logit per week",
    "fitting": "logit",
    "training": "logit",
    "instalments": "logit per six instalments",
    "warranty_year": "logit per year",
    "price": "logit per 1,000 CNY",
    "nothing": "logit",
}


def _account_rows(accounts: KeyAccounts) -> list[Row]:
    leaving = {
        "base": (accounts.leaving, "Leaving a month without a bond or a visit, where closeness is 4."),
        "contract": (accounts.leaving_contract, "What a contract adds to leaving."),
        "linked_ordering": (accounts.leaving_linked, "What linked ordering adds to leaving."),
        "closeness": (accounts.leaving_closeness, "What one point more of closeness adds to leaving."),
        "visits": (accounts.leaving_visit, "What one visit more in the month adds to leaving at its end."),
    }
    return [
        *(
            Row("account leaving", cause, "leaving", "structural", value, "13", "logit per month", meaning)
            for cause, (value, meaning) in leaving.items()
        ),
        Row("account business", "visits", "revenue", "structural", accounts.visit_sales, "13",
         "log of CNY per visit", "What one visit more does to the business of the same month."),
        Row("account business", "growth", "revenue", "structural", accounts.growth, "13",
         "log of CNY per year and point", "What one point of rated growth above 4 adds to business in a year."),
    ]  # fmt: skip


def _spoken(name: str) -> str:
    return name.replace("_", " ")
