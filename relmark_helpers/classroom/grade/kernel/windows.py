"""What a notebook's process lacks, a window system and a home of IPython's own, and how its cells go on without."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

WINDOWLESS = ("inline", "agg", "cairo", "pdf", "pgf", "ps", "svg", "template")  # of matplotlib's backends
INLINE = "module://matplotlib_inline.backend_inline"


def settle(shell: Any) -> None:
    """Make a shell at home in this process: what IPython keeps lies in its folder, and no picture asks for a window.

    Parameters
    ----------
    shell : ZMQInteractiveShell
        IPython's, perhaps made in the warm process that this one was forked from.

    Examples
    --------
    >>> settle.__name__
    'settle'
    """
    from IPython.paths import get_ipython_dir

    shell.ipython_dir = get_ipython_dir()
    shell.init_profile_dir(None)
    shell._db = None
    shell.user_ns["_dh"][:] = [Path.cwd()]
    _when_imported("matplotlib.pyplot", _draw_inline)


def _draw_inline(pyplot: Any) -> None:
    switch = pyplot.switch_backend

    def switch_backend(newbackend: str) -> None:
        if newbackend.lower() not in (*WINDOWLESS, INLINE, "module://ipykernel.pylab.backend_inline"):
            say_inline(newbackend)
            newbackend = INLINE
        switch(newbackend)

    pyplot.switch_backend = switch_backend


def _when_imported(name: str, then: Callable[[Any], None]) -> None:
    """Change a module as soon as it is there: importing it beforehand costs every notebook what few need."""
    if name in sys.modules:
        then(sys.modules[name])
        return

    class Finder:
        def find_spec(self, fullname: str, path: object = None, target: object = None) -> Any:
            if fullname != name:
                return None
            sys.meta_path.remove(self)
            spec = find_spec(name)
            if spec is not None and spec.loader is not None:
                load = spec.loader.exec_module

                def exec_module(module: Any) -> None:
                    load(module)
                    then(module)

                spec.loader.exec_module = exec_module  # type: ignore[method-assign]
            return spec

    sys.meta_path.insert(0, Finder())


def say_inline(backend: str) -> None:
    """Tell in a cell's output that a backend of matplotlib is not used.

    Examples
    --------
    >>> say_inline("TkAgg")
    matplotlib's backend TkAgg needs a window or a widget, which there is none of here: pictures are drawn inline.
    """
    print(
        f"matplotlib's backend {backend} needs a window or a widget, which there is none of here: "
        "pictures are drawn inline."
    )
