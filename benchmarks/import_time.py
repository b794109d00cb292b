"""How long `import relmark_helpers` and `relmark --help` take beyond Python itself: python benchmarks/import_time.py."""

import statistics
import subprocess
import sys
import time

RUNS = 15
TRIALS = {
    "python itself": ["-c", "pass"],
    "import relmark_helpers": ["-c", "import relmark_helpers"],
    "relmark --help": ["-m", "relmark_helpers.cli", "--help"],
}


def milliseconds(words):
    """The median of several runs, each a process of its own."""
    taken = []
    for _ in range(RUNS):
        started = time.perf_counter()
        subprocess.run([sys.executable, *words], check=True, stdout=subprocess.DEVNULL)
        taken.append(1000 * (time.perf_counter() - started))
    return statistics.median(taken)


if __name__ == "__main__":
    base = 0.0
    for name, words in TRIALS.items():
        median = milliseconds(words)
        base = base or median
        print(f"{name:25} {median:6.0f} ms, {median - base:6.0f} ms beyond Python")
