"""How long after a lever's move the new picture stands in the page: our frame and ipywidgets.interact.

    python benchmarks/explorer.py [--rounds 3]

Both draw the same chart (300 points by seaborn, a fitted line) in the same notebook in JupyterLab, in
Chromium without a screen. A mouse drags the slider: every 20 ms a step, as a person does, and one step at
a time. Every picture carries its lever's value as the colour of its lower left corner, so a picture is matched
to its move by what is on it. A time runs from the input event to the decoded picture in the page.
"""

import argparse
import math
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "browser"))

from lab import CHROMIUM_FLAGS, chromium, lab, open_notebook, run_all, write_notebook

CHART = """
import numpy as np, seaborn as sns
from matplotlib.patches import Rectangle
rng = np.random.default_rng(1)
performance, noise = rng.uniform(1, 7, 300), rng.normal(0, 0.8, 300)

def chart(figure, step):
    axes = figure.subplots()
    satisfaction = 4 + step / 100 * (performance - 4) + noise
    sns.scatterplot(x=performance, y=satisfaction, ax=axes, s=14, linewidth=0)
    slope, base = np.polyfit(performance, satisfaction, 1)
    axes.plot([1, 7], [base + slope, base + 7 * slope], color="#D55E00")
    axes.set(xlim=(1, 7), ylim=(-1, 9), xlabel="Performance", ylabel="Satisfaction")
    mark = Rectangle((0, 0), 0.08, 0.1, transform=figure.transFigure, color=(step / 255, 0.5, 0.5))
    figure.add_artist(mark)
    return slope
"""
OURS = """
from relmark_helpers import style
from relmark_helpers.notebook.explorer import Lever, View, explorer

@explorer(title="Ours", question="How fast?", levers=[Lever("step", "Step", 0, span=(0, 100))])
def ours(step):
    figure = style.figure()
    slope = chart(figure, step)
    return View(figure, f"A point of performance goes with {slope:.2f} points of satisfaction.")

ours()
"""
PEER = """
%matplotlib inline
import ipywidgets, matplotlib.pyplot as plt

def peer(step):
    chart(plt.figure(figsize=(6.4, 3.8)), step)
    plt.show()

ipywidgets.interact(peer, step=ipywidgets.IntSlider(0, 0, 100));
"""
# Notes when the slider's value changes and when a picture is decoded; what is on it is read afterwards.
WATCH = """([cell, handle, attribute]) => {
  const seen = window.relmarkSeen = { inputs: [], pictures: [], known: new WeakSet() };
  const slider = cell.querySelector(handle);
  const input = () => seen.inputs.push([performance.now(), Number(attribute === 'value' ? slider.value :
                                                                  slider.getAttribute(attribute))]);
  if (attribute === 'value') slider.addEventListener('input', input, true);
  else new MutationObserver(input).observe(slider, { attributes: true, attributeFilter: [attribute] });
  new MutationObserver(() => cell.querySelectorAll('.jp-OutputArea img').forEach(async (image) => {
    if (seen.known.has(image)) return;
    seen.known.add(image);
    await image.decode();
    if (image.isConnected) seen.pictures.push([performance.now(), image]);
  })).observe(cell, { childList: true, subtree: true });
}"""
READ = """() => {
  const { inputs, pictures } = window.relmarkSeen;
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const read = pictures.map(([time, image]) => {
    canvas.width = image.naturalWidth; canvas.height = image.naturalHeight;
    context.drawImage(image, 0, 0);
    return [time, context.getImageData(image.naturalWidth * 0.04, image.naturalHeight * 0.96, 1, 1).data[0]];
  });
  window.relmarkSeen.inputs = []; window.relmarkSeen.pictures = [];
  return { inputs, pictures: read };
}"""
WAYS = {
    "relmark explorer": (1, "input[type=range]", "value"),
    "ipywidgets.interact": (2, ".noUi-handle", "aria-valuetext"),
}


def latencies(seen):
    """Milliseconds from the input event of each value to the first picture of it; values without one drop out."""
    found = []
    for at, value in seen["inputs"]:
        shown = next((time for time, drawn in seen["pictures"] if drawn == value and time >= at), None)
        later = next((time for time, given in seen["inputs"] if given == value and time > at), math.inf)
        if shown is not None and shown < later:
            found.append(shown - at)
    return found


def drag(page, box, pause, steps):
    """Drag from the left end to the right and back, one of ``steps`` each ``pause`` seconds."""
    left, width, middle = box["x"] + 8, box["width"] - 16, box["y"] + box["height"] / 2
    page.mouse.move(left, middle)
    page.mouse.down()
    for step in [*range(steps + 1), *range(steps, -1, -1)]:
        page.mouse.move(left + width * step / steps, middle)
        time.sleep(pause)
    page.mouse.up()
    time.sleep(1.0)


def measure(page, rounds):
    times = {(way, how): [] for how in ("dragging", "one move at a time") for way in WAYS}
    shown = {way: 0 for way in WAYS}
    spent = {way: 0.0 for way in WAYS}
    for _ in range(rounds):
        for way, (place, handle, attribute) in WAYS.items():
            cell = page.locator(".jp-CodeCell").nth(place)
            cell.scroll_into_view_if_needed()
            time.sleep(0.5)
            track = cell.locator(".noUi-base" if attribute != "value" else handle)
            page.evaluate(WATCH, [cell.element_handle(), handle, attribute])
            box = track.bounding_box()
            drag(page, box, 0.4, 8)
            times[way, "one move at a time"] += latencies(page.evaluate(READ))
            began = time.monotonic()
            drag(page, box, 0.02, 100)
            spent[way] += time.monotonic() - began - 1.0
            seen = latencies(page.evaluate(READ))
            shown[way] += len(seen)
            times[way, "dragging"] += seen
    return times, {way: shown[way] / spent[way] for way in WAYS}


def centile(values, share):
    return statistics.quantiles(values, n=100, method="inclusive")[share - 1]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place, sync_playwright() as playwright:
        folder, home = Path(place) / "course", Path(place) / "home"
        folder.mkdir()
        home.mkdir()
        write_notebook(folder / "explorer.ipynb", CHART, OURS, PEER)
        with lab(folder, home) as address:
            browser = playwright.chromium.launch(executable_path=chromium(), args=CHROMIUM_FLAGS)
            page = browser.new_page(viewport={"width": 1440, "height": 1000})
            open_notebook(page, address, "explorer.ipynb")
            run_all(page)
            page.locator(".noUi-handle").wait_for()
            time.sleep(2)
            times, rate = measure(page, rounds)
            browser.close()
    ours, peer = WAYS
    load = f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"
    print(f"{os.cpu_count()} cores; load in the last minute, with our own: {load}")
    print(f"{'':22}{'':20}{'n':>5}{'p50 ms':>9}{'p95 ms':>9}{'pictures/s':>12}")
    for (way, how), values in times.items():
        speed = f"{rate[way]:12.1f}" if how == "dragging" else ""
        print(f"{way:22}{how:20}{len(values):5}{centile(values, 50):9.0f}{centile(values, 95):9.0f}{speed}")
    for how in ("dragging", "one move at a time"):
        middle, slow = (
            centile(times[peer, how], share) / centile(times[ours, how], share) for share in (50, 95)
        )
        print(f"{peer} / {ours}, {how}: p50 {middle:.1f} times, p95 {slow:.1f} times")


if __name__ == "__main__":
    main()
