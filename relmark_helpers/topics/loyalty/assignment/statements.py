"""What Meridian Home does, whom it meets, and what is claimed: by driver, by stage, by whether data can tell."""

from __future__ import annotations

from types import MappingProxyType

PULLS = ("satisfaction", "trust", "communication", "convenience", "reward", "prospects")

MEASURES = MappingProxyType(
    {
        "satisfaction": (
            "Group the reasons behind low scores, find the two that cost most points, and mend these.",
            "Replace the delivery firm whose late vans make the orders disappoint.",
            "Take the noisy fan out of the range after the third poor review.",
        ),
        "trust": (
            "Let customers send any appliance back within sixty days, with no questions asked.",
            "Publish how often each model was repaired, also for our own brand.",
            "Promise a repair date only when the technician has confirmed it.",
        ),
        "communication": (
            "Let customers answer our messages, and reply to each answer within a day.",
            "Hold an evening at which cooks tell the buyers what their ovens lack.",
            "Ask at the third order how the first two have served, and act on what is said.",
        ),
        "convenience": (
            "Open the branch counter on Sundays and let an order be paid with one tap.",
            "Keep filters and bags in stock at the metro station.",
            "Take the old machine away on the same trip that brings the new one.",
        ),
        "reward": (
            "Give gold members a free service each year.",
            "Pay points for each yuan spent, double in the month of joining.",
            "Let customers of ten years pay last year's prices.",
        ),
        "prospects": (
            "Ask staff to invite old classmates and kin who have never ordered.",
            "Hand a first-order voucher to the neighbours of a house that we have fitted out.",
            "Go through the list of people who asked for advice and did not order.",
        ),
    }
)

WHERE = ("watching", "trying", "returning", "trusting", "lost")

PERSONS = MappingProxyType(
    {
        "watching": (
            "He has passed the shop for a year and knows nobody who has bought there.",
            "She has seen the poster twice; no account, no order.",
        ),
        "trying": (
            "She needed a lamp, ours was on the way; she could not say what else we sell.",
            "He placed one order on what is generally said of us.",
        ),
        "returning": (
            "The first kettle was good, so he came back for the toaster; he still compares.",
            "After a good experience she ordered again, and will see about the next time.",
        ),
        "trusting": (
            "She orders whatever the house needs from us and lets us choose the model.",
            "He knows that we keep our word, buys here all year, and does not open other coupons.",
        ),
        "lost": (
            "After the complaint nobody answered she buys at the rival's, and likes it there.",
            "Disappointed twice, he has not been heard of for a year and a half.",
        ),
    }
)

TESTABLE = ("yes", "no")

CLAIMS = MappingProxyType(  # can the case's own tables (customers, orders without products, survey, club) speak against it?
    {
        "Only 30 to 40 per cent of our customers order again within a year.": "yes",
        "The loyalty of our customers is proportional to the value that they see.": "yes",
        "Most of our satisfied customers leave within a year.": "yes",
        "Of our newcomers drawn by advertising very few become regular buyers.": "yes",
        "Satisfied customers of ours are always loyal.": "yes",
        "Having loyal customers is having the market.": "no",
        "Loyal customers are the best answer to a price war.": "no",
        "60 to 80 per cent of satisfied restaurant customers are brand switchers.": "no",
        "Those who leave us become loyal customers of a rival.": "no",
        "When the value we offer exceeds the rivals', customers want a long tie.": "no",
        "First-rate planning creates the trend, third-rate planning follows it.": "no",
    }
)
