"""Situations that call for one of the five survey methods, and ways in which a firm learns what customers need."""

from __future__ import annotations

from types import MappingProxyType

METHODS = ("questionnaire", "in-home interview", "telephone survey", "focus group", "mystery shopper")

SITUATIONS = MappingProxyType(
    {
        "questionnaire": (
            "The same twelve questions go to 3,000 buyers every quarter, for little money each.",
            "Every buyer of a small appliance is to tick a score, so that branches can be compared over years.",
        ),
        "in-home interview": (
            "Two hours about a fitted kitchen, standing in it, with the person who cooks there.",
            "You want to see how the washing machine was installed while its owner tells what went wrong.",
        ),
        "telephone survey": (
            "Older customers who never open a mail are to be asked this week, and called again if they are out.",
            "Within three days you must know how a delivery strike was felt; a few short questions will do.",
        ),
        "focus group": (
            "Nobody knows yet in which words customers speak of repair; eight of them are to talk it over.",
            "Before the questions are written, a moderated talk is to bring up reasons that nobody thought of.",
        ),
        "mystery shopper": (
            "Are customers greeted within a minute, and is the warranty explained without being asked for?",
            "Whether staff keep to the sales conversation as trained is to be seen, not asked.",
        ),
    }
)

WAYS = ("research", "direct contact", "feedback")

LEARNING = MappingProxyType(
    {
        "research": (
            "A sample of customers is asked once a year what they miss.",
            "A study finds which features of a cooker are taken for granted.",
        ),
        "direct contact": (
            "The branch manager stands at the counter every Saturday and talks with buyers.",
            "A fitter asks, while installing, what the old machine could not do.",
        ),
        "feedback": (
            "Complaints of the week are read aloud on Monday, and each gets an owner.",
            "After each repair a line on the receipt asks for a word, and what comes back is sorted.",
        ),
    }
)
