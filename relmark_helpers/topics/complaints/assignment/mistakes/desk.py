"""What the usual mistakes in tasks 6 and 7 of assignment 10 lead to: staff, queues and stories."""

from __future__ import annotations

import math

import numpy as np

from relmark_helpers.notebook.case import Case
from relmark_helpers.topics.complaints.assignment import right
from relmark_helpers.topics.complaints.model import staffing


def divided_cases(case: Case) -> float:
    """Arrivals over time."""
    return float(case.desk["cases_a_day"] / case.desk["days_open"])


def erlang_b(load: float, agents: int) -> float:
    """Erlang B: callers who find all busy are lost."""
    return staffing.erlang_b(load, agents)


def occupancy(load: float, agents: int) -> float:
    """Occupancy for the chance to wait."""
    return load / agents


def erlang_one_short(load: float, agents: int) -> float:
    """The recursion stopped one agent early."""
    blocked = staffing.erlang_b(load, agents - 1)
    return blocked / (1 - load / agents * (1 - blocked))


def erlang_without_rest(load: float, agents: int) -> float:
    """B over 1 less the occupancy."""
    return min(staffing.erlang_b(load, agents) / (1 - load / agents), 1.0)


def erlang_by_sum(load: float, agents: int, first: int, last: int) -> float:
    """C with a sum below the line from one number of agents to another."""
    waiting = load**agents / math.factorial(agents) * agents / (agents - load)
    below = sum(load**number / math.factorial(number) for number in range(first, last + 1))
    return waiting / (below + waiting)


def erlang_with_all_busy(load: float, agents: int) -> float:
    """The sum runs to the agents too."""
    return erlang_by_sum(load, agents, 0, agents)


def erlang_without_idle(load: float, agents: int) -> float:
    """The sum begins with one agent busy."""
    return erlang_by_sum(load, agents, 1, agents - 1)


def erlang_sum_short(load: float, agents: int) -> float:
    """The sum ends one agent too early."""
    return erlang_by_sum(load, agents, 0, agents - 2)


def staff_at_once(case: Case) -> dict[str, float]:
    """Agents at which that share need not wait at all."""
    desk = case.desk
    load = desk["calls"] * desk["handling"] / desk["interval"]
    seats = math.floor(load) + 1
    while 1 - staffing.erlang_c(load, seats) < desk["level"]:
        seats += 1
    return {"agents": float(seats), "roster": float(staffing.rostered(seats, desk["shrinkage"]))}


def _roster(case: Case, roster: float) -> dict[str, float]:
    return right.staff(case) | {"roster": float(roster)}


def roster_rounded_down(case: Case) -> dict[str, float]:
    """Too few by a fraction of a person."""
    return _roster(case, math.floor(right.staff(case)["agents"] / (1 - case.desk["shrinkage"])))


def roster_over_shrinkage(case: Case) -> dict[str, float]:
    """Divided by the share away from the desk."""
    return _roster(case, math.ceil(right.staff(case)["agents"] / case.desk["shrinkage"]))


def staff_by_load(case: Case, above: bool = False) -> dict[str, float]:
    """As many agents as there is load, or one above where the load is a whole number."""
    desk = case.desk
    load = desk["calls"] * desk["handling"] / desk["interval"]
    seats = math.floor(load) + 1 if above else math.ceil(load)
    return {"agents": float(seats), "roster": float(staffing.rostered(seats, desk["shrinkage"]))}


def roster_by_surcharge(case: Case) -> dict[str, float]:
    """The shrinkage put on top of the seats."""
    found = right.staff(case)
    return found | {"roster": float(math.ceil(found["agents"] * (1 + case.desk["shrinkage"])))}


def wait_of_one_agent(case: Case) -> float:
    """All calls at one agent."""
    return right.mean_wait(case, 1)


def wait_of_those_who_wait(case: Case) -> float:
    """The mean over callers who had to wait."""
    free, waited = [0.0] * case.desk["agents"], []
    for now, takes in case.calls[["came", "takes"]].to_numpy().tolist():
        free.sort()
        starts = max(now, free[0])
        waited.append(starts - now)
        free[0] = starts + takes
    return float(np.mean([each for each in waited if each > 0]))


def wait_in_turn(case: Case) -> float:
    """The agents take calls in turn, whoever is free."""
    agents, waited = case.desk["agents"], []
    free = [0.0] * agents
    for number, (now, takes) in enumerate(case.calls[["came", "takes"]].to_numpy().tolist()):
        starts = max(now, free[number % agents])
        waited.append(starts - now)
        free[number % agents] = starts + takes
    return float(np.mean(waited))


def wait_with_call(case: Case) -> float:
    """Until the end of the call."""
    return right.mean_wait(case) + float(case.calls["takes"].mean())


def wait_in_minutes(case: Case) -> float:
    """Minutes in place of seconds."""
    return right.mean_wait(case) / 60


def heard_by_the_overlap(case: Case) -> float:
    """Those who had heard it, in place of those who had not."""
    told = case.story
    return float(told["first"] * (1 + told["retold"] * told["second"] * told["overlap"]))


def heard_less_overlap(case: Case) -> float:
    """The overlap taken off the first generation too."""
    return heard_without_overlap(case) * (1 - float(case.story["overlap"]))


def heard_all_tell(case: Case) -> float:
    """Everybody tells it on."""
    told = case.story
    return float(told["first"] * (1 + told["second"] * (1 - told["overlap"])))


def retelling_with_first(case: Case) -> float:
    """The first generation not taken off the total."""
    told = case.story
    return float(told["total"] / (told["first"] * told["second"] * (1 - told["overlap"])))


def retelling_cut(case: Case, at: float) -> float:
    """A chance above 1 cut off, or told as none; met by no answer where it is not above 1."""
    return at if right.retelling(case) > 1.01 else math.inf


def heard_without_first(case: Case) -> float:
    """The second generation alone."""
    return right.heard(case) - float(case.story["first"])


def heard_without_overlap(case: Case) -> float:
    """Nobody has heard before."""
    told = case.story
    return float(told["first"] * (1 + told["retold"] * told["second"]))


def heard_multiplied(case: Case) -> float:
    """The multiplication of the saying."""
    return float(case.story["first"] * case.story["second"])


def retelling_without_overlap(case: Case) -> float:
    """The overlap forgotten."""
    return right.retelling(case) * (1 - float(case.story["overlap"]))


def people_last(first: float, second: float, retold: float, fades: float, generations: int) -> float:
    """The last generation alone."""
    found = first
    for number in range(generations - 1):
        found *= second * retold * fades**number
    return float(found)


def people_without_fading(
    first: float, second: float, retold: float, fades: float, generations: int
) -> float:
    """The wish to tell never fades."""
    return right.people(first, second, retold, 1.0, generations)


def people_one_more(first: float, second: float, retold: float, fades: float, generations: int) -> float:
    """A generation too many."""
    return right.people(first, second, retold, fades, generations + 1)


def people_fading_at_once(
    first: float, second: float, retold: float, fades: float, generations: int
) -> float:
    """The wish to tell fades before anybody has told it on."""
    return right.people(first, second, retold * fades, fades, generations)


def people_fading_once(first: float, second: float, retold: float, fades: float, generations: int) -> float:
    """The wish to tell fades once and no more."""
    total = new = first
    for number in range(generations - 1):
        new *= second * retold * (fades if number else 1)
        total += new
    return float(total)
