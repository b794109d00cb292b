"""What a complaint department may do, by the rule it keeps, and what is told of complaints, by whether it holds."""

from __future__ import annotations

from types import MappingProxyType

RULES = ("attitude", "policy", "rotation", "database")

MEASURES = MappingProxyType(
    {
        "attitude": (
            "Whoever brings a complaint to the Monday meeting is thanked before anybody asks whose fault it was.",
            "The bonus for branches without a complaint is struck off; it had taught them not to hear any.",
            "Every reply begins with thanks: the customer has given us a reason that others keep to themselves.",
        ),
        "policy": (
            "A written scale says what is made good, from which loss on, and new desk staff practise it for two days.",
            "Desk staff play the customer's part in a course, and may give up to 300 CNY without asking.",
            "Each case follows the same five steps, and the adviser is trained to walk through them as a customer.",
        ),
        "rotation": (
            "For one quarter a year installation answers the complaints, in the next one the shops do.",
            "Delivery, service and sales take turns at the complaint desk, six weeks each.",
            "The buyers of small appliances sit at the complaint desk in May, those of large ones in June.",
        ),
        "database": (
            "Every complaint is recorded with cause and date, and a rise in the weekly count goes to the director.",
            "A list of all open cases by age is read each morning; whatever is older than three days is called.",
            "Reasons are counted by model each Friday, so that a faulty batch is found before the newspaper finds it.",
        ),
    }
)

HOLDS = ("yes", "no")

CLAIMS = MappingProxyType(
    {
        # as it was measured: holds
        "In TARP's study 82 % of those with a major problem that was resolved quickly said they would buy again.": "yes",
        "Over many studies satisfaction after a good recovery is higher than without a failure.": "yes",
        "Over many studies no recovery paradox is shown for the intention to buy again.": "yes",
        "In TARP's study those who had complained in vain would sooner buy again than those who had said nothing.": "yes",
        "If all who hear tell it on to strangers, 18 told and 13.5 more each make about 260.": "yes",
        "Fewer complaints can mean that complaining has become harder.": "yes",
        # as it is told: does not hold
        "If complaints are handled properly, 82 % of customers buy again, whatever the problem.": "no",
        "A customer whose complaint is solved buys more afterwards than one who never had a problem: that is proved.": "no",
        "The best firms have no complaints, so the aim is zero.": "no",
        "One dissatisfied customer reaches two to three hundred people: that was counted.": "no",
        "Complaints say that our work is worthless, so they are kept from the board.": "no",
        "On a network where people know each other, a story reaches as many as the multiplication says.": "no",
    }
)
