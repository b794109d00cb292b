"""Relationship marketing you can run: the helper library of the course.

``import relmark_helpers as rm`` gives a notebook all it needs: :func:`load` and :func:`connect` for the
company's tables, :func:`predict`, :func:`check`, :func:`quiz` and :func:`case` for the work with a chapter,
and one package for each topic (``rm.satisfaction``). Nothing is imported before it is used.
"""

import sys

import lazy_loader

__version__ = "0.1.0"

if sys.platform == "emscripten":  # in the browser
    from relmark_helpers import browser

    browser.settle_in()

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
