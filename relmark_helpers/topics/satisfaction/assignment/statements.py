"""What customers of Meridian Home say, by the state it shows; what the literature says, by whether data can tell."""

from __future__ import annotations

from types import MappingProxyType

STATES = ("satisfaction", "delight", "trust", "loyalty")

STATEMENTS = MappingProxyType(
    {
        "satisfaction": (
            "The kettle does what the box says. Fine.",
            "Delivery came on the day they had told me, as I had expected.",
            "It was a good purchase this time; next time, who knows.",
            "For this order I give six out of seven.",
            "The fan was as quiet as I had hoped.",
        ),
        "delight": (
            "They had carried the old cooker down for my mother and left her a card; I had to swallow.",
            "I had expected a voucher and got a technician on New Year's Eve. I told everyone at work.",
            "It felt as if somebody there had thought about how we live. I did not know a shop could do that.",
            "The lamp was good, the unpacking was a party, and the whole evening was in a better mood.",
            "I laughed out loud when I saw what they had added to the parcel.",
        ),
        "trust": (
            "My last order went wrong, and still I know that they will put the next one right.",
            "If they say it lasts ten years, I need not look it up.",
            "One poor week does not change what I think of them: they keep their word over the years.",
            "I let them choose the model for me; they have no reason to cheat me.",
            "When the recall came I was calm, for I know how that firm treats its mistakes.",
        ),
        "loyalty": (
            "The shop across the road is cheaper this month; I walk past it.",
            "This is my fourth appliance from them, and now I buy the filters and the cleaning there too.",
            "I have sent my sister and two neighbours to them this year.",
            "I did not open the other shop's coupon.",
            "For eight years whatever breaks at home has been replaced at Meridian.",
        ),
    }
)

TESTABLE = ("yes", "no")

CLAIMS = MappingProxyType(  # can the survey and the orders of this one firm speak against it?
    {
        "Only satisfied customers buy again.": "yes",
        "Highly satisfied customers do not leave.": "yes",
        "The gap between performance and expectation goes with satisfaction.": "yes",
        "Customers who are more satisfied also trust the firm more.": "yes",
        "A firm that delights no one cannot go from good to great.": "no",
        "Satisfaction lets a firm dominate its market.": "no",
        "Firms that aim at satisfaction earn more than firms that aim at market share.": "no",
        "Basically satisfied customers switch as soon as a rival makes a better offer.": "no",
    }
)
