"""How long after a lever's move the new picture stands in the page, for every explorer of every chapter.

    python benchmarks/chapters.py [--growth] [07 10 ...]

A mouse drags each explorer's first lever from end to end and back, a step every 20 ms, in JupyterLab in Chromium
without a screen. A time runs from the input event to the decoded picture in the page; moves that the frame drops,
because a later one is waiting, have no picture and do not count. ``benchmarks/explorer.py`` has the comparison
with a named peer.

With ``--growth`` each explorer then makes a hundred moves to warm up and five hundred more, and the last two columns say
by how many megabytes these made the page (after collecting garbage) and the kernel larger.
"""

import argparse
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

import psutil
from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "browser"))

from lab import CHROMIUM_FLAGS, PANEL, chromium, lab, open_notebook, run_all

from relmark_helpers.course import CHAPTERS

WATCH = """(root) => {
  const seen = window.relmarkSeen = { asked: {}, shown: {} };
  // The frame has listened to the slider itself by then, and has asked.
  root.addEventListener('input', (event) => { seen.asked[root.dataset.asked] = event.timeStamp; });
  new MutationObserver(() => {
    const move = root.querySelector('.relmark-now img')?.dataset.move;
    if (move && !(move in seen.shown)) seen.shown[move] = performance.now();
  }).observe(root, { childList: true, subtree: true });
}"""


def drag(page, slider):
    box = slider.bounding_box()
    left, width, middle = box["x"] + 8, box["width"] - 16, box["y"] + box["height"] / 2
    page.mouse.move(left + width / 2, middle)
    page.mouse.down()
    for share in [step / 60 for step in (*range(30, 61), *range(60, -1, -1), *range(61))]:
        page.mouse.move(left + width * share, middle)
        time.sleep(0.02)
    seen = page.evaluate("window.relmarkSeen")
    page.mouse.up()
    return [seen["shown"][move] - asked for move, asked in seen["asked"].items() if move in seen["shown"]]


def size(page):
    """Megabytes of the page's heap and of the youngest kernel."""
    session = page.context.new_cdp_session(page)
    session.send("HeapProfiler.collectGarbage")
    heap = session.send("Runtime.getHeapUsage")["usedSize"]
    processes = psutil.Process().children(recursive=True)
    kernels = [each for each in processes if "ipykernel_launcher" in " ".join(each.cmdline())]
    return heap / 1e6, max(kernels, key=psutil.Process.create_time).memory_info().rss / 1e6


def growth(page, slider):
    def move(times):
        last = int(slider.get_attribute("max"))
        for number in range(times):
            slider.evaluate("""(input, place) => {
              input.value = place;
              input.dispatchEvent(new Event('input', { bubbles: true }));
            }""", number * 7 % (last + 1))  # fmt: skip
            time.sleep(0.02)
        time.sleep(1)

    move(100)
    before = size(page)
    move(500)
    return [after - first for after, first in zip(size(page), before, strict=True)]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--growth", action="store_true", help="also say what five hundred moves leave in memory"
    )
    parser.add_argument(
        "chapters", nargs="*", default=[chapter.number for chapter in CHAPTERS], help="all, if none is named"
    )
    wishes = parser.parse_args()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place, sync_playwright() as playwright:
        folder, home = Path(place) / "course", Path(place) / "home"
        folder.mkdir()
        home.mkdir()
        with lab(folder, home) as address:
            browser = playwright.chromium.launch(executable_path=chromium(), args=CHROMIUM_FLAGS)
            print(f"{os.cpu_count()} cores\n{'explorer':45}{'n':>5}{'p50 ms':>9}{'p95 ms':>9}", end="")
            print(f"{'page MB':>9}{'kernel MB':>11}" if wishes.growth else "")
            for chapter in [chapter for chapter in CHAPTERS if chapter.number in wishes.chapters]:
                page = browser.new_page(viewport={"width": 1440, "height": 1000})
                open_notebook(page, address, f"chapters/{chapter.name}.ipynb")
                run_all(page)
                roots = page.locator(f"{PANEL} .relmark-explorer:has(input[type=range])")
                for number in range(roots.count()):
                    root = roots.nth(number)
                    slider = root.get_by_role("slider").first
                    root.scroll_into_view_if_needed()
                    time.sleep(1)
                    slider.scroll_into_view_if_needed()
                    slider.hover()
                    time.sleep(1)
                    page.evaluate(WATCH, root.element_handle())
                    times = drag(page, slider)
                    time.sleep(1)
                    title = f"{chapter.number} {root.locator('.relmark-title').text_content()}"
                    p50, p95 = (
                        statistics.quantiles(times, n=100, method="inclusive")[at - 1] for at in (50, 95)
                    )
                    grown = (
                        "".join(f"{each:+10.1f}" for each in growth(page, slider)) if wishes.growth else ""
                    )
                    print(f"{title:45}{len(times):5}{p50:9.0f}{p95:9.0f}{grown}", flush=True)
                page.close()
            browser.close()


if __name__ == "__main__":
    main()
