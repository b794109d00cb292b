"""What a manager asks, by the one of the course's five outcomes that answers it: in a shop, and on a portal.

The portal is that of a maker of medicines, whose customers are pharmacies and hospitals: firms, not families.
"""

from __future__ import annotations

SKILLS = ("importance", "cultivation", "key accounts", "complaints", "surveys")

IN_THE_SHOP = {
    "importance": "Meridian Home's board asks whether a regular buyer is worth more than a new one.",
    "cultivation": "Meridian Home plans a club, so that people who bought once come back.",
    "key accounts": "A hotel chain buys for eight hotels a year. Who looks after it, and what is agreed with it?",
    "complaints": "A washing machine arrives broken, twice. What happens next decides whether the family returns.",
    "surveys": "Meridian Home must choose between telephone and questionnaire to learn how content buyers are.",
}
ON_THE_PORTAL = {
    "importance": "A maker of medicines asks what a pharmacy that keeps ordering is worth, and one that orders once.",
    "cultivation": "A maker of medicines wants its portal to give pharmacies reasons to stay, such as training.",
    "key accounts": "A few hospitals bring most of a medicine maker's sales. Each is to have one person to turn to.",
    "complaints": "A pharmacy reports on the portal that a cooled delivery arrived warm. Who answers, and how soon?",
    "surveys": "A maker of medicines wants to learn how content its pharmacies are: whom to ask, and by which way.",
}
SKILL_OF = {text: skill for pool in (IN_THE_SHOP, ON_THE_PORTAL) for skill, text in pool.items()}
