"""Share of customer against share of market: a market of several firms in which people divide their purchases."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from relmark_helpers.errors import CourseError
from relmark_helpers.needs import need_number
from relmark_helpers.tables import columns, numbers


def share_of_customer(panel: pd.DataFrame, own: str = "own", category: str = "category") -> dict[str, float]:
    r"""Share of customer and share of market from a panel that knows all spending on the category.

    .. math:: \underbrace{\frac{\sum o}{\sum c}}_\text{market share} =
              \underbrace{\frac{n_\text{ours}}{n}}_\text{penetration} \cdot
              \underbrace{\frac{\sum_\text{ours} o}{\sum_\text{ours} c}}_\text{share of customer} \cdot
              \underbrace{\frac{\bar c_\text{ours}}{\bar c}}_\text{weight of our customers}

    Parameters
    ----------
    panel : DataFrame
        One row per buyer of the category: spending with the firm, and on the category in all.
    own, category : str
        The two columns.

    Returns
    -------
    dict
        market_share, penetration, share_of_customer, customer_weight, mean_of_shares (each customer counted
        once, whatever they spend).

    Raises
    ------
    CourseError
        If a column is missing, somebody spends more with the firm than in all, or nobody buys from it.

    Examples
    --------
    >>> panel = pd.DataFrame({"own": [50.0, 10.0, 0.0], "category": [100.0, 10.0, 90.0]})
    >>> {name: round(value, 3) for name, value in share_of_customer(panel).items()}
    {'market_share': 0.3, 'penetration': 0.667, 'share_of_customer': 0.545, 'customer_weight': 0.825, 'mean_of_shares': 0.75}
    """
    panel = columns(panel, (), "The panel", number=(own, category))
    for name in (own, category):
        numbers(panel[name], f"The panel: {name!r}", gaps=False)
    spent, in_all = panel[own].astype("float64"), panel[category].astype("float64")
    if (in_all <= 0).any() or (spent < 0).any() or (spent > in_all + 1e-9).any():
        raise CourseError(
            "Everybody in the panel buys in the category, and nobody more from one firm than in all."
        )
    ours = spent > 0
    if not ours.any():
        raise CourseError("Nobody in the panel buys from the firm, so it has no share of customer.")
    return {
        "market_share": float(spent.sum() / in_all.sum()),
        "penetration": float(ours.mean()),
        "share_of_customer": float(spent[ours].sum() / in_all[ours].sum()),
        "customer_weight": float(in_all[ours].mean() / in_all.mean()),
        "mean_of_shares": float((spent[ours] / in_all[ours]).mean()),
    }


def divided_market(
    market_shares: Sequence[float],
    sole_loyalty: float = 0.5,
    purchases: float = 6.0,
    customers: int = 4000,
    rng: np.random.Generator | int = 7,
) -> np.ndarray:
    r"""Purchases of each customer at each firm: heavy and light buyers (gamma-Poisson), Dirichlet choices.

    Each customer has own probabilities of choosing the firms, drawn from a Dirichlet distribution with
    parameters :math:`S m_j`, :math:`S = 1/\theta - 1`. With :math:`\theta` near 0 everybody chooses by the
    market shares; with :math:`\theta` near 1 everybody has one firm. Nobody is dissatisfied and nothing changes.

    Parameters
    ----------
    market_shares : sequence of float
        m, the firms' expected shares of purchases; they add up to 1.
    sole_loyalty : float
        Theta, above 0 and below 1.
    purchases : float
        Mean purchases in the category of a customer in the period.
    customers : int
        How many customers.
    rng : numpy Generator or int
        Source of the draws.

    Returns
    -------
    array of int, shape (customers, firms)

    Raises
    ------
    CourseError
        If the shares do not add up to 1 or a number is out of bounds.

    Examples
    --------
    >>> divided_market([0.6, 0.4], customers=5).shape
    (5, 2)
    """
    shares = np.asarray(market_shares, dtype=float)
    if shares.ndim != 1 or len(shares) < 2 or (shares <= 0).any() or abs(shares.sum() - 1) > 1e-9:
        raise CourseError("The market shares of two or more firms add up to 1, each above 0.")
    need_number(sole_loyalty, "Theta", 1e-3, 1 - 1e-3)
    need_number(purchases, "The purchases", 1e-9)
    need_number(customers, "The number of customers", 1)
    chance = np.random.default_rng(rng)
    needed = chance.poisson(chance.gamma(1.0, purchases, size=int(customers)))
    taste = chance.gamma((1 / sole_loyalty - 1) * shares, size=(int(customers), len(shares))) + 1e-300
    bought: np.ndarray = chance.multinomial(needed, taste / taste.sum(axis=1, keepdims=True))
    return bought


def firm_table(bought: np.ndarray) -> pd.DataFrame:
    """Market share, penetration, purchases of a buyer, and share of customer of each firm.

    Parameters
    ----------
    bought : array of int, shape (customers, firms)
        As :func:`divided_market` gives.

    Returns
    -------
    DataFrame
        One row per firm from the first: firm, market_share, penetration (of the category's buyers),
        purchases_a_buyer, share_of_customer, buy_elsewhere (share of its buyers who also buy from another).

    Raises
    ------
    CourseError
        If a firm sold nothing.

    Examples
    --------
    >>> firm_table(np.array([[2, 0], [1, 3], [0, 4]])).round(2).to_dict("records")[0]
    {'firm': 'A', 'market_share': 0.3, 'penetration': 0.67, 'purchases_a_buyer': 1.5, 'share_of_customer': 0.5, 'buy_elsewhere': 0.5}
    """
    in_all = bought.sum(axis=1)
    rows = []
    for number in range(bought.shape[1]):
        own = bought[:, number]
        ours = own > 0
        if not ours.any():
            raise CourseError("A firm sold nothing in this period; draw more customers or purchases.")
        rows.append(
            {
                "firm": "ABCDEFGHIJ"[number],
                "market_share": own.sum() / in_all.sum(),
                "penetration": ours.sum() / (in_all > 0).sum(),
                "purchases_a_buyer": own[ours].mean(),
                "share_of_customer": own[ours].sum() / in_all[ours].sum(),
                "buy_elsewhere": (own < in_all)[ours].mean(),
            }
        )
    return pd.DataFrame(rows)


def loyalty_panel(
    customers: int = 3000,
    sole_loyalty: float = 0.5,
    market_share: float = 0.3,
    rng: np.random.Generator | int = 7,
) -> pd.DataFrame:
    """A simulated panel in which three definitions of loyalty can be compared on the same people.

    Category spending is heavy-tailed and independent of taste; the firm's part of it is the customer's taste;
    the attitude asked in a survey is taste plus as much noise.

    Parameters
    ----------
    customers : int
        How many customers, all buyers of the category.
    sole_loyalty : float
        Theta of :func:`divided_market`.
    market_share : float
        Expected share of the firm.
    rng : numpy Generator or int
        Source of the draws.

    Returns
    -------
    DataFrame
        Columns own, category (CNY), share (own/category), attitude (standard deviations).

    Examples
    --------
    >>> loyalty_panel(5).columns.tolist()
    ['own', 'category', 'share', 'attitude']
    """
    need_number(customers, "The number of customers", 2)
    need_number(sole_loyalty, "Theta", 1e-3, 1 - 1e-3)
    need_number(market_share, "The market share", 1e-3, 1 - 1e-3)
    chance = np.random.default_rng(rng)
    strength = 1 / sole_loyalty - 1
    share = chance.beta(strength * market_share, strength * (1 - market_share), size=int(customers))
    category = chance.gamma(1.2, 2500.0, size=int(customers))
    attitude = (share - share.mean()) / share.std() + chance.normal(size=int(customers))
    return pd.DataFrame({"own": share * category, "category": category, "share": share, "attitude": attitude})


def loyal_times(panel: pd.DataFrame, top: float = 0.2) -> pd.DataFrame:
    """How many times as much the loyal bring as the others, by three definitions of loyal.

    Parameters
    ----------
    panel : DataFrame
        Columns own, share, attitude, as :func:`loyalty_panel` gives.
    top : float
        Share of the customers called loyal, highest first.

    Returns
    -------
    DataFrame
        One row per definition: loyal by, times.

    Examples
    --------
    >>> loyal_times(loyalty_panel())["loyal by"].tolist()
    ['spending with the firm', 'share of customer', 'attitude']
    """
    columns(panel, (), "The panel", number=("own", "share", "attitude"))
    need_number(top, "The top share", 1e-6, 1 - 1e-6)
    rows = []
    for name, column in {
        "spending with the firm": "own",
        "share of customer": "share",
        "attitude": "attitude",
    }.items():
        loyal = panel[column].rank(method="first", ascending=False) <= round(top * len(panel))
        rows.append(
            {"loyal by": name, "times": float(panel["own"][loyal].mean() / panel["own"][~loyal].mean())}
        )
    return pd.DataFrame(rows)
