"""What JupyterLab runs without another program, grading runs too, on every rung of the ladder alike.

Each cell was run in a kernel of JupyterLab's own, where it goes on (or would, had that computer a window, or the
extension that it names). One process a rung runs them all, for starting it is what takes long.
"""

import itertools
import sys

import pytest

from relmark_helpers.classroom.grade import run
from relmark_helpers.classroom.grade.kernel.outputs import Outputs
from relmark_helpers.classroom.grade.sandbox.ladder import Rung, lacks
from relmark_helpers.classroom.grade.sandbox.limits import Limits

RUNGS = {"bubblewrap": True, "namespaces": False, "plain": False}  # by name: whether it forks

# each of these is followed by a line that must be reached
LINES = """
%matplotlib inline
%matplotlib notebook
%matplotlib widget
%matplotlib ipympl
%matplotlib qt
%matplotlib tk
%matplotlib osx
%matplotlib auto
%matplotlib
%matplotlib --list
%matplotlib agg
%pylab
%pylab tk
%gui qt
%gui asyncio
import matplotlib; matplotlib.use("TkAgg")
import matplotlib; matplotlib.use("QtAgg")
import matplotlib; matplotlib.use("nbAgg")
import matplotlib.pyplot as plt; plt.switch_backend("TkAgg")
import matplotlib.pyplot as plt; plt.switch_backend("agg")
import matplotlib; matplotlib.rcParams["backend"] = "TkAgg"
plt.ion(); plt.plot([1, 2]); plt.pause(0.001); plt.show()
%config InlineBackend.figure_format = 'retina'
%config InlineBackend.figure_formats = ['svg']
%config InteractiveShell.ast_node_interactivity = 'last_expr'
%config IPCompleter.greedy = True
%load_ext autoreload
%autoreload 2
%load_ext an_extension_of_their_own
%a_magic_of_that_extension f(x)
%time x = sum(range(10))
%timeit -n 1 -r 1 1 + 1
%prun -q sum(range(3))
%who
%whos
%pdb on
%pdb off
%precision 3
%xmode Plain
%env MINE=1
%env MINE
%mkdir sub
import os; os.makedirs("sub", exist_ok=True)
%cd sub
%cd ..
%cd -
%cd ~
%cd -q .
%pwd
%dhist
%pushd .
%popd
%bookmark here
%bookmark -l
%bookmark -d here
kept = 5
%store kept
%store
%store -r kept
%store -z
%history -n
%history -f history.txt
%alias hello echo hi
%unalias hello
%alias_magic t timeit
%rehashx
%save mine 1-3
%macro again 1
%logstart log.py
%logstop
%lsmagic
%quickref
%psearch sum*
%pinfo len
len?
?len
%automagic
%autocall 0
%autoawait True
!ls
names = !ls
names = %sx ls
!pip list
%pip list
_
__
_i
_i3
In[1]
Out
_oh, _ih, _dh[0]
get_ipython().db["key"] = 1
get_ipython().profile_dir.location
get_ipython().run_line_magic("matplotlib", "qt")
get_ipython().system("ls")
import asyncio; await asyncio.sleep(0)
async def three(): return 3
task = asyncio.create_task(three())
assert await task == 3
asyncio.get_event_loop()
from IPython.display import *; display(HTML("a")); clear_output(wait=True)
h = display("a", display_id=True); h.update("b")
import threading; t = threading.Thread(target=print, args=("hi",)); t.start(); t.join()
import sys; sys.stdout.fileno(), sys.stderr.fileno()
import faulthandler; faulthandler.enable()
import getpass; getpass.getuser()
from pathlib import Path; Path("~/mine").expanduser().write_text("a")
""".strip().splitlines()

WHOLE = [
    "%%time\nreached = 'x'",
    "%%timeit -n 1 -r 1\nsum(range(3))",
    "%%prun -q\nreached = 'x'",
    "%%capture kept\nprint(1)\nreached = 'x'",
    "%%capture\n%matplotlib notebook\nreached = 'x'",
    "%%time\n%matplotlib qt\nreached = 'x'",
    "%%writefile own_module.py\ny = 3",
    "%%writefile -a own_module.py\nz = 4",
    "from own_module import y, z",
    "%run own_module.py",
    "%run -i own_module",
    "%%javascript\nvar a = 1;",
    "%%html\n<b>x</b>",
    "%%latex\n$x$",
    "%%markdown\n*x*",
    "%%svg\n<svg></svg>",
    "%%bash\nls",
    "%%script bash\nls",
    "if True:\n    %time x = 2",
    "def f():\n    !ls\nf()",
    ">>> x = 1\n>>> x + 1",
    "len??",
]


@pytest.fixture(scope="module", params=RUNGS)
def process(request, tmp_path_factory):
    rung = Rung(request.param, RUNGS[request.param] and sys.platform == "linux")
    if lack := lacks(rung.name):
        pytest.skip(f"{rung.name}: {lack}")
    scratch = tmp_path_factory.mktemp("scratch")
    folder = scratch / "folder"
    folder.mkdir()
    starter = rung.starter("00", scratch)
    try:
        running = run.start(starter, "ada", "autumn", folder, rung.walls(folder, Limits()), Limits())
        running.count = itertools.count(1)
        yield running
        running.process.close()
    finally:
        starter.close()


def outputs(process, source):
    shown = Outputs()
    process.cell("cell", source, next(process.count), shown)
    return shown.kept


def test_what_jupyterlab_takes_stops_no_cell(process):
    amiss = {}
    outputs(process, "1 + 1")
    for number, line in enumerate(LINES):
        reached = f"reached_{number} = 3"
        shown = outputs(process, f"1 + 1\n{line}\n{reached}")
        if process.take([f"reached_{number}"], "cell") != {f"reached_{number}": (3, [])}:
            amiss[line] = [each.get("evalue") or each.get("text") for each in shown]
    for source in WHOLE:
        shown = outputs(process, source)
        wrong = [
            each.get("traceback") or each["text"]
            for each in shown
            if "evalue" in each or "Usage" in str(each)
        ]
        if wrong or ("reached" in source and process.take(["reached"], "cell") != {"reached": ("x", [])}):
            amiss[source] = wrong
        outputs(process, "reached = None")
    assert amiss == {}
    assert process.events == []


def test_a_window_that_is_not_there_is_a_note_and_pictures_are_drawn_inline(process):
    shown = outputs(process, "%matplotlib qt\nimport matplotlib.pyplot as plt\nplt.plot([1, 2]);")
    assert "needs a window" in shown[0]["text"]
    assert [list(each["data"]) for each in shown if "data" in each] == [["text/plain", "image/svg+xml"]]
