"""Explorers of chapter 05: a move of the score, more items, who is silent, Kano, importance, and the mix."""

from relmark_helpers.topics.survey.explorer.features import explore_importance, explore_kano_sorter
from relmark_helpers.topics.survey.explorer.numbers import explore_more_items, explore_two_points
from relmark_helpers.topics.survey.explorer.samples import explore_silence, explore_survey_mixer

__all__ = [
    "explore_importance",
    "explore_kano_sorter",
    "explore_more_items",
    "explore_silence",
    "explore_survey_mixer",
    "explore_two_points",
]
