"""What clubs do, how programmes work, and what is claimed: by bond, by trade, by whether the tables can tell."""

from __future__ import annotations

from types import MappingProxyType

BONDS = ("financial", "social", "structural")

BENEFITS = MappingProxyType(
    {
        "financial": (
            "Every tenth water filter is free.",
            "Members pay three per cent less when they show the card.",
            "Points count double in the month of joining.",
            "Gold members get 50 CNY off on their birthday.",
        ),
        "social": (
            "An evening of cooking at the branch, where members meet each other.",
            "The branch manager writes to each member by name at New Year.",
            "Members elect three of their own, who say which models the shop should list.",
            "A trip to the maker of the rice cookers, for members and their families.",
        ),
        "structural": (
            "An app, for members only, that knows every appliance in the home and orders the right part.",
            "A member's kitchen plan is kept, and each new appliance is fitted to it.",
            "Members' boilers are watched from afar and repaired before they stop.",
            "The hotel's stock of linen and lamps is filled up by our system, without an order.",
        ),
    }
)

TRADES = ("airline", "supermarket", "car dealer", "club")

PROGRAMMES = MappingProxyType(
    {
        "airline": (
            "Distance is booked, and becomes a free journey; whoever travels most boards first.",
            "Ten thousand kilometres on the account are a weekend at the sea, seat included.",
        ),
        "supermarket": (
            "The till adds up small purchases and takes a few yuan off the bill at the end of the month.",
            "Each yuan for bread and milk is a point; a hundred points are one yuan off.",
        ),
        "car dealer": (
            "Whoever orders sixty in the calendar year is paid back one per cent of all, and ninety bring two.",
            "The maker pays the trader at the end of December, by the steps of the year's volume.",
        ),
        "club": (
            "Enrolled customers of high quality get gifts and evenings together, and give each other advice.",
            "An association of buyers with discounts, a house of its own, and fellowship activities.",
        ),
    }
)

TESTABLE = ("yes", "no")

CLAIMS = MappingProxyType(  # can the case's customers, orders, memberships and ledger alone speak against it?
    {
        "Members ordered more often than others before they joined.": "yes",
        "Members are a part of the fifth of customers who order most often.": "yes",
        "Of the points of members who earn little, most expire.": "yes",
        "Whoever orders at least nine times in the first year in the club reaches a reward in it.": "yes",
        "Gold members of one year are mostly gold in the next.": "yes",
        "A rival can copy our points within a month, so the financial bond does not last.": "no",
        "Members feel that they belong to the shop.": "no",
        "Without the club its members would have ordered a fifth less.": "no",
        "Members stay because leaving would cost them more than a rival could give.": "no",
        "Members who meet each other tell more people of the shop than they would otherwise.": "no",
    }
)
