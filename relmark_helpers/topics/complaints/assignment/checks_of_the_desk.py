"""What the checks of tasks 6 and 7 look for: the desk and stories."""

from __future__ import annotations

from functools import partial

from relmark_helpers.notebook.answers import Function, Named, Number, Word
from relmark_helpers.notebook.check import Check, Mistake
from relmark_helpers.topics.complaints.assignment import right
from relmark_helpers.topics.complaints.assignment.mistakes import desk

DESK: dict[str, Check] = {
    "6": Check(
        Number("cases", 0.01),
        right.open_cases,
        "See section 10.3, Little's law.",
        (
            Mistake(desk.divided_cases, "Little's law multiplies: arrivals × time."),
            Mistake(
                lambda case: right.open_cases(case) / 2,
                "Half of it is too few: a case is open for all of its days.",
            ),
            Mistake(
                lambda case: right.open_cases(case) + case.desk["cases_a_day"],
                "Here a case is open for a day more than it takes.",
            ),
        ),
    ),
    "6 function": Check(
        Function(((10, 14), (2, 3), (10.0, 11), (0.7, 1), (26.5, 30)), Number("chance", 1e-4)),
        lambda case: right.wait_chance,
        "See section 10.3: first Erlang B, step by step, then C.",
        (
            Mistake(
                lambda case: desk.erlang_b,
                "This is Erlang B, where callers who find all busy go away; C follows from it.",
            ),
            Mistake(lambda case: desk.occupancy, "This is the occupancy; not all who come find all busy."),
            Mistake(
                lambda case: desk.erlang_one_short,
                "The steps of Erlang B end one agent early: n goes from 1 up to and with the agents.",
            ),
            Mistake(
                lambda case: desk.erlang_without_rest,
                "B is divided by 1 − ρ here; the formula has 1 − ρ(1 − B) below the line.",
            ),
            Mistake(
                lambda case: desk.erlang_with_all_busy,
                "The sum below the line runs to `agents` too: their term is there once more, with those who wait.",
            ),
            Mistake(
                lambda case: desk.erlang_without_idle,
                "The sum below the line begins with one agent busy; nobody may be busy, too.",
            ),
            Mistake(
                lambda case: desk.erlang_sum_short,
                "The sum below the line ends too early: all agents but one may be busy.",
            ),
        ),
    ),
    "6 staff": Check(
        Named(("agents", "roster"), Number("people", 0.01)),
        right.staff,
        "Raise the number of agents until the service level is reached; see section 10.3.",
        (
            *(
                Mistake(
                    partial(desk.staff_by_load, above=above),
                    "This covers the load and leaves no room for chance: the service level is not reached.",
                )
                for above in (False, True)
            ),
            # in some cases the two give the same number
            *(
                Mistake(
                    roster,
                    "The roster is short: divide the seats by 1 − shrinkage, for it is a share of the roster, "
                    "and round up.",
                )
                for roster in (desk.roster_by_surcharge, desk.roster_rounded_down)
            ),
            Mistake(
                desk.staff_at_once,
                "With so many agents that share need not wait at all; some of the others are in time too.",
            ),
            Mistake(
                desk.roster_over_shrinkage,
                "The seats are divided by the share away from the desk; divide by the share at it.",
            ),
        ),
    ),
    "6 calls": Check(
        Number("seconds", 0.05),
        right.mean_wait,
        "Keep for each agent when it is free next; each call takes the first.",
        (
            Mistake(desk.wait_of_one_agent, "All calls went to one agent; there are case.desk['agents']."),
            Mistake(
                desk.wait_of_those_who_wait,
                "This is the mean of those who had to wait; the task asks for all callers.",
            ),
            Mistake(
                desk.wait_in_turn,
                "Here the agents take calls in turn; each call goes to the one who is free first.",
            ),
            Mistake(desk.wait_with_call, "The call itself is in the wait; the wait ends when it begins."),
            Mistake(desk.wait_in_minutes, "These are minutes; the task asks for seconds."),
        ),
    ),
    "6 hang up": Check(
        Word(("shorter", "longer", "the same")),
        right.hang_up,
        "See section 10.3, what Erlang C leaves out.",
        (
            Mistake(
                lambda case: "longer",
                "Who hangs up waits no longer, and takes no agent's time from those behind.",
            ),
            Mistake(
                lambda case: "the same",
                "Erlang C lets everybody wait to the end; who hangs up makes the queue less.",
            ),
        ),
    ),
    "7": Check(
        Number("people", 0.01),
        right.heard,
        "See section 10.4, the formula of two generations.",
        (
            Mistake(
                desk.heard_multiplied, "This multiplies as the saying does: all tell it on, to strangers."
            ),
            Mistake(desk.heard_without_first, "The first generation has heard it too."),
            Mistake(desk.heard_without_overlap, "Some of the second generation had heard it before."),
            Mistake(
                desk.heard_by_the_overlap,
                "Those who had heard it before are counted, in place of those who had not.",
            ),
            Mistake(
                desk.heard_less_overlap,
                "The overlap is taken off the first generation too; nobody of it had heard it before.",
            ),
            Mistake(desk.heard_all_tell, "Here everybody tells it on; the chance is case.story['retold']."),
        ),
    ),
    "7 needed": Check(
        Number("chance, may pass 1", 0.001),
        right.retelling,
        "Solve the formula for the chance of telling on.",
        (
            Mistake(
                desk.retelling_without_overlap,
                "This would do if nobody had heard it before; the overlap is case.story['overlap'].",
            ),
            Mistake(
                desk.retelling_with_first,
                "The first generation is part of the total: take it off before you divide.",
            ),
            Mistake(
                lambda case: desk.retelling_cut(case, at=1.0),
                "The chance is cut off at 1; leave it above 1, which says that the total can't be reached.",
            ),
            Mistake(
                lambda case: desk.retelling_cut(case, at=0.0),
                "0 says that nobody need tell it on; leave the chance as it comes out, above 1 too.",
            ),
        ),
    ),
    "7 function": Check(
        Function(
            (
                (18, 13.5, 0.1, 0.5, 3),
                (10, 5, 0.4, 1.0, 4),
                (12, 8, 0.2, 0.5, 1),
                (14, 9.5, 0.3, 0.6, 5),
                (20, 6, 0.25, 0.4, 2),
            ),
            Number("people", 0.01),
        ),
        lambda case: right.people,
        "See section 10.4: each generation is the one before times its factor.",
        (
            Mistake(lambda case: desk.people_last, "This is the last generation; add up all of them."),
            Mistake(
                lambda case: desk.people_without_fading,
                "The wish to tell does not fade here: multiply it by fades from generation to generation.",
            ),
            Mistake(
                lambda case: desk.people_one_more,
                "This is a generation too many: the people told first are the first.",
            ),
            Mistake(
                lambda case: desk.people_fading_at_once,
                "The wish to tell fades too early: the first generation tells it on with chance retold.",
            ),
            Mistake(
                lambda case: desk.people_fading_once,
                "The wish to tell fades once only; it is multiplied by fades in each generation.",
            ),
        ),
    ),
}
