"""How long after a lever's move the new picture stands in the page, for every explorer of every chapter.

    python benchmarks/chapters.py

A mouse drags each explorer's first lever from end to end and back, a step every 20 ms, in JupyterLab in Chromium
without a screen. A time runs from the input event to the decoded picture in the page; moves that the frame drops,
because a later one is waiting, have no picture and do not count. ``benchmarks/explorer.py`` has the comparison
with a named peer.
"""

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "browser"))

from lab import CHROMIUM_FLAGS, PANEL, chromium, lab, open_notebook, run_all

from relmark_helpers.course import CHAPTERS

# Every input event asks for one move more than the last, and so does a rest of 200 ms; a picture carries the
# number of its move.
WATCH = """(root) => {
  const seen = window.relmarkSeen = { asked: {}, shown: {} };
  let number = Number(root.querySelector('.relmark-now img').dataset.move);
  let rest;
  root.addEventListener('input', () => {
    seen.asked[++number] = performance.now();
    clearTimeout(rest);
    rest = setTimeout(() => { number += 1; }, 200);
  }, true);
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


def main():
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place, sync_playwright() as playwright:
        folder, home = Path(place) / "course", Path(place) / "home"
        folder.mkdir()
        home.mkdir()
        with lab(folder, home) as address:
            browser = playwright.chromium.launch(executable_path=chromium(), args=CHROMIUM_FLAGS)
            print(f"{os.cpu_count()} cores\n{'explorer':45}{'n':>5}{'p50 ms':>9}{'p95 ms':>9}")
            for chapter in CHAPTERS:
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
                    print(f"{title:45}{len(times):5}{p50:9.0f}{p95:9.0f}", flush=True)
                page.close()
            browser.close()


if __name__ == "__main__":
    main()
