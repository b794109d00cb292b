"""How fast the simulated company is: against Mesa, against memory and random numbers alone, and as it grows.

    python benchmarks/company.py [--quick] [--large] [--check]

Mesa needs an environment of its own: python -m venv mesa && mesa/bin/pip install mesa -e . (without it, its
rows are left out). A customer-month is a month of a customer who had not left when it began. Engine and Mesa
run in one thread each, so times are the processor's; only the explorer's is the clock's. --large adds ten
million customers (some minutes, 4 GB). --check runs both with many seeds and compares statistics, not times.
"""

import argparse
import importlib.util
import math
import os
import statistics
import subprocess
import sys
import time

import numpy as np

from relmark_helpers.company.engine import months, simulate
from relmark_helpers.company.luck import Luck
from relmark_helpers.company.policy import Policy
from relmark_helpers.company.state import FOR_TABLES, PROPERTIES
from relmark_helpers.company.vocabulary import CHANNELS

# Written when a customer comes, and not looked at by any later month of a summary.
ONLY_AT_FIRST = ("birth_year", "method", "channel", "referrer")
GROWTH = """
import pathlib, sys, time
from relmark_helpers.company.engine import simulate
def peak():  # bytes; Linux says it best, as getrusage there counts what the parent has used
    status = pathlib.Path("/proc/self/status")
    if status.is_file():
        return 1024 * int(status.read_text().split("VmHWM:")[1].split()[0])
    import resource
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
customers = int(sys.argv[1])
simulate(customers=100, months=12)
base, began = peak(), time.process_time()
run = simulate(customers=customers, months=12)
taken = time.process_time() - began
state = run.state
each = run.summary.groupby("month")[["newcomers", "left"]].sum()
lived = int((customers + (each["newcomers"] - each["left"]).cumsum().shift(fill_value=0)).sum())
held = sum(values[: state.count].nbytes for values in state.customers.arrays.values())
held += sum(values.nbytes for values in state.people.values())
print(taken, lived, peak() - base, held, state.count)
"""
COUNTED = ("orders", "buyers", "revenue", "discount", "contact_cost", "failures", "complaints")
COUNTED += ("complaint_cost", "left", "told_good", "told_bad", "joined", "points_earned", "points_burned")
COUNTED += ("programme_cost", "profit")


def mesa_company():
    """The same rules in Mesa; None where Mesa is not installed."""
    if importlib.util.find_spec("mesa") is None:
        return None
    from mesa_company import Company

    return Company


def explorer(runs):
    """Seconds of what an explorer simulates at every move of a lever: 5,000 customers, 36 months."""
    simulate(customers=1000, months=12)
    taken = []
    for _ in range(runs):
        began = time.perf_counter()
        simulate(customers=5000, months=36)
        taken.append(time.perf_counter() - began)
    return statistics.median(taken)


def growth(sizes):
    """A row a size: seconds, nanoseconds a customer-month, and memory; each in a process of its own."""
    print(
        f"{'customers x 12':>16}{'s':>9}{'ns/c-month':>12}{'peak MB':>9}{'B/customer':>12}{'in arrays':>11}"
    )
    for size in sizes:
        said = subprocess.run(
            [sys.executable, "-c", GROWTH, str(size)], check=True, capture_output=True, text=True
        ).stdout.split()
        taken, (lived, peak, held, count) = float(said[0]), map(int, said[1:])
        print(
            f"{size:16,}{taken:9.2f}{1e9 * taken / lived:12.0f}"
            f"{peak / 1e6:9.0f}{peak / count:12.0f}{held / count:11.0f}",
            flush=True,
        )


class Drawn:
    """Notes how many random numbers are drawn at a time, while it is entered.

    Examples
    --------
    >>> with Drawn() as drawn:
    ...     _ = Luck(1, "step").normal("draw", np.arange(5), 3)
    >>> drawn.calls
    [('normal', 3, 5, dtype('int64'), False)]
    """

    def __enter__(self):
        self.calls, self.kept = [], {name: getattr(Luck, name) for name in ("uniforms", "normal")}
        for name, draw in self.kept.items():
            setattr(Luck, name, self.noting(name, draw))
        return self

    def __exit__(self, *problem):
        for name, draw in self.kept.items():
            setattr(Luck, name, draw)

    def noting(self, name, draw):
        def noted(luck, what, who, count=1, turn=0):
            before = len(self.calls)
            found = draw(luck, what, who, count, turn)
            del self.calls[before:]  # the uniform numbers that normal ones are made of
            self.calls.append((name, count, len(who), who.dtype, not isinstance(turn, int)))
            return found

        return noted

    def numbers(self, name):
        return sum(count * who for kind, count, who, *_ in self.calls if kind == name)

    def again(self):
        """Seconds that drawing as many, and as many at a time, takes."""
        luck, room = Luck(1, "again"), {}
        most = max(call[2] for call in self.calls)
        for kind in {call[3] for call in self.calls}:
            room[kind] = np.arange(most).astype(kind)
        turns = np.zeros(most, dtype=np.int64)
        began = time.process_time()
        for name, count, who, kind, turn in self.calls:
            getattr(luck, name)("again", room[kind][:who], count, turns[:who] if turn else 0)
        return time.process_time() - began


def large(customers, length):
    """Run the company; seconds, customer-months, customers so far by month, the state, and what was drawn."""
    lived, slots = 0, []
    with Drawn() as drawn:
        began, taken = time.process_time(), 0.0
        for state in months(customers=customers, months=length, record="summary"):
            taken += time.process_time() - began
            lived += int(
                state.customers.active[: state.count].sum()
                + state.sums["left"].sum()
                - state.sums["newcomers"].sum()
            )
            slots.append(state.count)
            began = time.process_time()
    return taken, lived, slots, state, drawn


def copied(state):
    """Seconds of reading and writing once what a month touches, and its bytes a customer."""
    kept = [name for name in PROPERTIES if name not in (*FOR_TABLES, *ONLY_AT_FIRST)]
    arrays = [state.customers.arrays[name][: state.count] for name in kept] + list(state.people.values())
    seconds = 0.0
    for values in arrays:
        target = np.zeros_like(values)
        taken = []
        for _ in range(5):
            began = time.process_time()
            np.copyto(target, values)
            taken.append(time.process_time() - began)
        seconds += statistics.median(taken)
    return seconds, sum(values.nbytes for values in arrays) / state.count


def mesa_time(company, customers, length):
    """Nanoseconds a customer-month in Mesa, without the time to set it up."""
    model, lived = company(customers, 1), 0
    began = time.process_time()
    for _ in range(length):
        lived += len(model.agents)
        model.step()
    return 1e9 * (time.process_time() - began) / lived


def shared_luck(pairs, customers, length):
    """How much smaller the variance of a difference between two policies is when they share their luck."""

    def profit(seed, **levers):
        return (
            simulate(policy=Policy(**levers), customers=customers, months=length, seed=seed)
            .summary["profit"]
            .sum()
        )

    usual = [profit(seed) for seed in range(pairs)]
    shared = [profit(seed, remedy=0.8) for seed in range(pairs)]
    other = [profit(pairs + seed, remedy=0.8) for seed in range(pairs)]
    together, apart = (np.var(np.subtract(found, usual), ddof=1) for found in (shared, other))
    return apart / together, math.sqrt(apart) / 100 / customers, math.sqrt(together) / 100 / customers


def engine_statistics(customers, length, seed):
    """What the check compares, from the engine: sums over all months, and means of who is left."""
    sums, newcomers = dict.fromkeys(COUNTED, 0.0), dict.fromkeys(CHANNELS, 0.0)
    for state in months(customers=customers, months=length, seed=seed, record="summary"):
        for name in COUNTED:
            sums[name] += state.sums[name].sum()
        for name, (_, number) in state.spending.items():
            newcomers[name] += number
    here = state.customers.part(0, state.count)
    means = {
        f"mean {name}": here.arrays[name][here.active].mean()
        for name in ("trust", "satisfaction", "expectations")
    }
    return sums | {f"newcomers {name}": number for name, number in newcomers.items()} | means


def mesa_statistics(company, customers, length, seed):
    """The same from Mesa."""
    model = company(customers, seed)
    for _ in range(length):
        model.step()
    sums = {name: float(sum(sum(month[name]) for month in model.history)) for name in COUNTED}
    newcomers = {f"newcomers {name}": sum(month[name] for month in model.newcomers) for name in CHANNELS}
    means = {
        f"mean {name}": statistics.fmean(getattr(each, name) for each in model.agents)
        for name in ("trust", "satisfaction", "expectations")
    }
    return sums | newcomers | means


def check(company, customers, length, seeds):
    """Print means over the seeds and how many standard errors they differ; True if none by more than 3."""
    engine = [engine_statistics(customers, length, seed) for seed in range(seeds)]
    mesa = [mesa_statistics(company, customers, length, 10_000 + seed) for seed in range(seeds)]
    print(f"means of {seeds} runs of {customers:,} customers and {length} months; money in fen")
    print(f"{'':22}{'engine':>18}{'Mesa':>18}{'standard errors apart':>24}")
    agree = True
    for name in engine[0]:
        ours, theirs = ([run[name] for run in runs] for runs in (engine, mesa))
        error = math.sqrt((statistics.variance(ours) + statistics.variance(theirs)) / seeds)
        gap = statistics.fmean(ours) - statistics.fmean(theirs)
        apart = gap / error if error else 0.0 if gap == 0 else math.inf
        agree &= abs(apart) <= 3
        print(f"{name:22}{statistics.fmean(ours):18,.2f}{statistics.fmean(theirs):18,.2f}{apart:24.1f}")
    print("They agree." if agree else "They differ by more than 3 standard errors.")
    return agree


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="100,000 in place of 1,000,000 customers")
    parser.add_argument("--large", action="store_true", help="ten million customers too")
    parser.add_argument("--check", action="store_true", help="compare the statistics of engine and Mesa")
    parser.add_argument("--seeds", type=int, default=40, help="runs of each for --check")
    asked = parser.parse_args()
    company = mesa_company()
    if asked.check:
        if company is None:
            sys.exit("--check needs Mesa; install it in an environment of its own.")
        sys.exit(not check(company, 2000, 24, asked.seeds))
    load = f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"
    print(f"{os.cpu_count()} cores; load in the last minute {load}; numpy {np.__version__}")
    growth([10**power for power in range(3, 6 if asked.quick else 7)] + [10**7] * asked.large)
    print(f"5,000 customers x 36 months: {explorer(15):.3f} s (median of 15)")
    ratio, apart, together = shared_luck(40, 2000, 24)
    print("difference of two policies' profit, CNY a customer of the first day: standard deviation with")
    print(f"  own luck {apart:.1f}, shared luck {together:.1f}; variance {ratio:.0f} times smaller")
    size = 100_000 if asked.quick else 1_000_000
    taken, lived, slots, state, drawn = large(size, 60)
    ours = 1e9 * taken / lived
    print(
        f"{size:,} customers x 60 months: {taken:.1f} s, {ours:.0f} ns a customer-month ({lived:,} of them)"
    )
    luck = 1e9 * drawn.again() / lived
    once, touched = copied(state)
    memory = 1e9 * once * sum(slots) / slots[-1] / lived
    uniform, normal = (drawn.numbers(name) / lived for name in ("uniforms", "normal"))
    speed = 2 * touched * state.count / once / 1e9
    print(f"  draws {uniform:.1f} uniform and {normal:.1f} normal numbers: {luck:.0f} ns")
    print(
        f"  reads and writes {touched:.0f} bytes of each customer so far: {memory:.0f} ns, {speed:.0f} GB/s"
    )
    print(f"  engine / (random numbers + memory): {ours / (luck + memory):.1f} times")
    if company is None:
        print("Mesa is not installed: no comparison.")
        return
    for customers, length in ((2000, 24), (20_000, 24), (100_000, 12))[: 2 if asked.quick else 3]:
        theirs = mesa_time(company, customers, length)
        print(f"Mesa, {customers:,} customers x {length} months: {theirs:.0f} ns a customer-month", end="")
        print(f"; Mesa / engine: {theirs / ours:.1f} times", flush=True)


if __name__ == "__main__":
    main()
