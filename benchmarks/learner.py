"""What one learner takes of a machine: memory and processor of their server and kernel, at rest and moving levers.

    python benchmarks/learner.py [--chapters 04,07] [--seconds 15]

The course's JupyterLab runs as a learner starts it, in Chromium without a screen. A chapter is opened and run; then
nothing happens for a while; then a mouse drags the levers of its explorers, one after the other, without a pause.
"""

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

import psutil
from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "browser"))

from explorer import drag
from lab import CHROMIUM_FLAGS, chromium, lab, open_notebook, run_all

from relmark_helpers.course import chapter


def processes(folder):
    """The server in this folder, and its kernels."""
    server = next(
        each
        for each in psutil.Process().children()
        if str(folder) in " ".join(each.cmdline()) or each.cwd() == str(folder)
    )
    return {"server": [server], "kernel": server.children()}


def memory(group):
    """Resident, own (what would be free without it) and data in MB."""
    full = [each.memory_full_info() for each in group]
    return [sum(getattr(one, kind) for one in full) / 2**20 for kind in ("rss", "uss", "data")]


def used(group):
    """Seconds of a processor so far."""
    return sum(sum(each.cpu_times()[:2]) for each in group)


def spend(groups, what, *words):
    """Which share of one processor each group took while something was done."""
    before, began = {name: used(group) for name, group in groups.items()}, time.monotonic()
    what(*words)
    passed = time.monotonic() - began
    return {name: (used(group) - before[name]) / passed for name, group in groups.items()}


def move_levers(page, seconds):
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        for slider in page.get_by_role("slider").all():
            slider.scroll_into_view_if_needed()
            drag(page, slider.bounding_box(), 0.02, 50)
            if time.monotonic() > until:
                break


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--chapters", default="04,07")
    parser.add_argument("--seconds", type=float, default=15)
    wishes = parser.parse_args()
    print(f"{os.cpu_count()} cores; load before: {os.getloadavg()[0]:.1f}")
    print(
        f"{'chapter':10}{'process':10}{'RSS MB':>8}{'own MB':>8}{'data MB':>9}{'run s CPU':>11}{'idle %':>8}{'levers %':>10}"
    )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=CHROMIUM_FLAGS)
        for number in wishes.chapters.split(","):
            with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
                folder, home = Path(place).resolve() / "course", Path(place) / "home"
                folder.mkdir()
                home.mkdir()
                with lab(folder, home) as address:
                    page = browser.new_page(viewport={"width": 1440, "height": 1000})
                    open_notebook(page, address, f"chapters/{chapter(number).name}.ipynb")
                    groups = processes(folder)
                    running = {name: used(group) for name, group in groups.items()}
                    run_all(page)
                    time.sleep(3)
                    running = {name: used(group) - running[name] for name, group in groups.items()}
                    idle = spend(groups, time.sleep, wishes.seconds)
                    levers = spend(groups, move_levers, page, wishes.seconds)
                    for name, group in groups.items():
                        rss, own, data = memory(group)
                        print(
                            f"{number:10}{name:10}{rss:8.0f}{own:8.0f}{data:9.0f}{running[name]:11.1f}"
                            f"{100 * idle[name]:8.1f}{100 * levers[name]:10.0f}"
                        )
                    page.close()


if __name__ == "__main__":
    main()
