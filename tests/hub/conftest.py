"""The Hub's tests drive JupyterLab with the same few words as those of tests/browser."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "browser"))
