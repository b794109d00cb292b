"""Key accounts, partners, the choice experiment and the CRM's export: small worlds of their own."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class KeyAccounts:
    """The key accounts: their size, their cost to serve, and their leaving.

    Where there are four numbers they belong to hotels, offices, schools and hospitals. Visits answer to the
    policy's account care, leaving answers to visits:
    ``logit = base + contract + linked ordering + closeness x (rating - 4) + visits x visits of the month``

    Examples
    --------
    >>> KeyAccounts().leaving_visit < 0
    True
    """

    count: int = 40  # accounts at the start
    kind_shares: tuple[float, ...] = (0.35, 0.30, 0.20, 0.15)
    monthly_revenue: float = 9000.0  # CNY a month of the median account, without season
    kind_size: tuple[float, ...] = (1.3, 0.7, 0.8, 1.4)  # factor on it
    size_spread: float = 1.15  # standard deviation of the log of size: how unequal accounts are
    month_spread: float = 0.35  # standard deviation of the log of one month's business
    quiet_share: float = 0.06  # share of months without an order
    season: tuple[tuple[float, ...], ...] = (  # factor by kind and calendar month
        (0.85, 0.75, 1.25, 1.30, 0.95, 1.05, 0.85, 0.80, 1.30, 0.90, 1.05, 0.95),
        (1.10, 0.70, 1.00, 0.95, 0.95, 1.10, 0.90, 0.85, 1.00, 1.00, 1.05, 1.40),
        (0.60, 0.70, 0.85, 0.80, 0.90, 1.20, 2.00, 2.05, 1.00, 0.65, 0.60, 0.65),
        (1.00, 0.90, 1.00, 1.00, 1.00, 1.05, 1.00, 1.00, 1.00, 1.00, 1.00, 1.05),
    )
    growth: float = 0.04  # log of business a year per point of rated growth above 4
    visit_sales: float = 0.03  # log of a month's business per visit in it
    cost_of_goods: float = 0.71  # share of revenue at the median account, which pays the median price
    size_discount: float = (
        0.035  # added to that share when size is e times as large: big accounts press prices
    )
    contract_discount: float = 0.015  # added to that share under a contract
    contract_share: float = 0.45  # share with a framework contract
    linked_share: float = 0.30  # share whose ordering system is linked to ours: a structural bond
    visits: float = 1.2  # visits a month to the median account when care is 0.5
    visits_least: float = 0.4  # factor on visits when care is 0; it grows in proportion to care, is 1 at 0.5
    visits_size: float = 0.50  # power of size in visits
    visit_cost: float = 380.0  # CNY a visit
    requests: float = 0.55  # special requests a month of the median account
    requests_size: float = 1.00  # power of size in requests
    requests_spread: float = 1.10  # standard deviation of the log of how demanding an account is
    request_cost: float = 850.0  # CNY a request
    handling: float = 0.045  # share of revenue that orders, delivery and invoices cost
    leaving: float = -3.6  # logit a month: no bond, closeness 4, no visit
    leaving_contract: float = -1.1  # added under a contract
    leaving_linked: float = -0.7  # added where ordering is linked
    leaving_closeness: float = -0.35  # per point of rated closeness above 4
    leaving_visit: float = -0.30  # per visit in the month
    rating_mean: float = 4.2  # of growth, prestige and closeness, points of 1-7
    rating_spread: float = 1.30  # standard deviation of a rating between accounts, points of 1-7
    potential: float = 2.2  # spending on appliances anywhere, as a multiple of business with us, median
    potential_spread: float = 0.45  # standard deviation of the log of that multiple less 1
    payment_days: tuple[int, ...] = (30, 45, 60, 90)  # agreed terms of payment, days
    payment_shares: tuple[float, ...] = (0.40, 0.25, 0.25, 0.10)


@dataclass(frozen=True)
class Partners:
    """Ties with partners: what moves trust and commitment, in points of a 1-7 scale per point.

    The arrows are those of the key mediating variable model; no coefficient of it is published in a form that
    could be used here, so all are chosen. What the paths leave unexplained is independent from year to year.

    References
    ----------
    morganhunt1994

    Examples
    --------
    >>> Partners().as_dict()["trust_by_them", "commitment_by_them"]
    0.5
    """

    level: float = 4.3  # where every variable is at rest, points
    shared_values_to_trust: float = 0.35
    communication_to_trust: float = 0.40
    opportunism_to_trust: float = -0.40
    trust_to_commitment: float = 0.50
    shared_values_to_commitment: float = 0.15
    termination_costs_to_commitment: float = 0.30
    benefits_to_commitment: float = 0.10
    commitment_to_propensity_to_leave: float = -0.55
    trust_to_cooperation: float = 0.30
    commitment_to_cooperation: float = 0.35
    promises_to_trust_by_us: float = 0.80  # per ten points of per cent of promises the partner keeps
    dependence_to_termination_costs: float = 0.40
    dependence_to_commitment_by_us: float = 0.25
    dependence: float = 3.8  # level of dependence on either side, points
    unexplained: float = 0.45  # standard deviation of what the paths leave, points
    partner_spread: float = 0.75  # standard deviation of an antecedent between partners, points
    year_spread: float = 0.35  # standard deviation of an antecedent between years of one partner, points
    dependence_spread: float = 1.20  # standard deviation of a dependence between partners, points
    opportunism: float = -1.0  # added to the level of opportunism
    competitor_opportunism: float = 0.8  # added for competitors
    competitor_values: float = -0.6  # added to the shared values of competitors
    promises: float = 0.90  # share of promises kept, on average
    promises_spread: float = 0.05  # standard deviation of that share between partners
    promises_year_spread: float = 0.02  # the same between years of one partner
    volume: float = 900_000.0  # CNY a year of the median partner that trades with us
    volume_spread: float = 1.1  # standard deviation of its log between partners
    volume_year_spread: float = 0.15  # standard deviation of its log between years of one partner

    def as_dict(self) -> dict[tuple[str, str], float]:
        """Give the paths of the partners' side as ``{(cause, effect): points per point}``."""
        sided = {"trust": "trust_by_them", "commitment": "commitment_by_them"}
        pairs = {name: name.split("_to_", 1) for name in vars(self) if "_to_" in name}
        return {
            (sided.get(cause, cause), sided.get(effect, effect)): getattr(self, name)
            for name, (cause, effect) in pairs.items()
            if cause not in ("promises", "dependence")
        }


@dataclass(frozen=True)
class PartWorths:
    """What one segment gains from an offer, in logits.

    Examples
    --------
    >>> PartWorths(-0.4, 0.3, 0.4, 0.1, 0.2, -2.0, -5.0).price
    -2.0
    """

    delivery_week: float  # per week of waiting
    fitting: float  # fitting at home, against none
    training: float  # fitting and being shown the machine, against none
    instalments: float  # per six instalments
    warranty_year: float  # per year of service without charge
    price: float  # per 1,000 CNY
    nothing: float  # of buying none of the two


@dataclass(frozen=True)
class Preferences:
    """The choice experiment: two offers of the same washing machine, or none of them.

    A choice is the option of greatest utility; a utility is the part-worths of its attributes plus a standard
    Gumbel number. Within a segment all have the same part-worths.

    Examples
    --------
    >>> Preferences().part_worths[0].price < Preferences().part_worths[1].price
    True
    """

    customers: int = 520  # who are asked, at most; each one in the same month
    tasks: int = 8  # for each of them
    month: int = 30  # from 1; the last month of a shorter run
    delivery_days: tuple[int, ...] = (1, 3, 7, 14)
    instalments: tuple[int, ...] = (1, 6, 12)  # monthly payments; 1: all at once
    warranty_years: tuple[int, ...] = (1, 3, 5)
    price: tuple[int, ...] = (2399, 2699, 2999, 3299)  # CNY
    part_worths: tuple[PartWorths, ...] = field(  # in the order of SEGMENTS
        default=(
            PartWorths(-0.20, 0.25, 0.30, 0.30, 0.12, -2.60, -6.6),
            PartWorths(-0.90, 0.80, 0.70, 0.05, 0.15, -1.30, -3.6),
            PartWorths(-0.35, 0.50, 1.00, 0.10, 0.35, -1.20, -2.6),
            PartWorths(-0.55, 0.20, 0.15, 0.15, 0.10, -0.80, -2.2),
        )
    )


@dataclass(frozen=True)
class Export:
    """How dirty the CRM's export is; every number is a share of rows unless it says otherwise.

    Examples
    --------
    >>> 0.03 <= Export().duplicates <= 0.08
    True
    """

    duplicates: float = 0.05  # share of customers who stand in the export twice
    households: float = (
        0.02  # share of pairs of neighbours in one home: one surname and one telephone for two
    )
    systems: tuple[float, ...] = (0.55, 0.30, 0.15)  # rows from the till, the web shop, the call centre
    second_system: tuple[float, ...] = (0.25, 0.45, 0.30)  # the same for a second row of one customer
    latin_names: tuple[float, ...] = (0.10, 0.80, 0.45)  # names in pinyin, by system
    misspelt_name: float = 0.02
    spaced_name: float = 0.10  # of names in characters: a space between surname and given name
    capital_email: float = 0.15  # of addresses: written with capitals
    misspelt_city: float = 0.03
    other_email: float = 0.15  # of second rows: another address than in the first
    withdrawn: float = 0.03  # share of consenting customers who have since withdrawn consent
    withdrawal_overlooked: float = 0.50  # of second rows of those: still says yes
    no_customer_id: tuple[float, float] = (0.20, 0.60)  # in first and second rows: written before the CRM
    no_telephone: tuple[float, float] = (0.06, 0.12)
    no_email: tuple[float, float] = (0.15, 0.25)
    no_birth_year: float = 0.12
    no_city: float = 0.06
    no_date: float = 0.03
    no_consent: float = 0.02
    no_last_contact: float = 0.10
    no_note: float = 0.40
