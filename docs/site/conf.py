"""The site of the course: `make site` builds it into build/site, offline, to be read offline.

Everything on it stands elsewhere in the repository; course_pages.py lays it out for Sphinx in build/pages.
"""

import os
import sys
from pathlib import Path

import relmark_helpers
from relmark_helpers.authoring.rehearse import fingerprint

HERE = Path(__file__).parent
COURSE = HERE.parents[1]
sys.path.insert(0, str(HERE))

project = "relmark"
author = "The relmark authors"
copyright = "the relmark authors; text under CC BY 4.0, code under MIT"
version = release = relmark_helpers.__version__
language = "en"
smartquotes_action = "D"  # dashes alone: quotation marks stay as they are written

extensions = [
    "myst_nb",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "sphinxcontrib.bibtex",
    "course_pages",  # what to read, laid out for Sphinx
    "first_uses",  # links from a chapter's terms and sources
    "reachable",  # formulas without a script, Chinese that is said as Chinese, what axe asks for
]
source_suffix = {".rst": "restructuredtext", ".md": "myst-nb", ".ipynb": "myst-nb"}

# Chapters are executed once, as a reader without a kernel sees them, and again when anything changes that they
# stand on. Exercises are shown as students get them.
os.environ["RELMARK_STATIC"] = "1"
nb_execution_mode = "cache"
nb_execution_cache_path = str(COURSE / "build" / "executed" / fingerprint(COURSE).hex()[:16])
nb_execution_excludepatterns = ["exercises/*/*"]
nb_execution_in_temp = True
nb_execution_timeout = 60
nb_execution_raise_on_error = True
nb_execution_show_tb = True
nb_output_stderr = "error"
nb_mime_priority_overrides = [("html", "text/html", 0)]  # the still form of what is live
nb_ipywidgets_js: dict[str, dict[str, str]] = {}

myst_enable_extensions = ["dollarmath", "colon_fence", "deflist", "attrs_inline"]
myst_heading_anchors = 4

bibtex_bibfiles = [str(COURSE / "docs" / "references.bib")]
bibtex_default_style = "keys"
bibtex_cite_id = "source-{key}"

autodoc_member_order = "bysource"
autodoc_typehints = "none"  # the docstrings say the types, with their units
add_module_names = False
napoleon_google_docstring = False
napoleon_use_rtype = False

suppress_warnings = ["misc.highlighting_failure"]  # GitHub knows csv, the highlighter does not

html_theme = "sphinx_book_theme"
html_title = "relmark"
html_favicon = str(HERE / "static" / "relmark.svg")
html_static_path = [str(HERE / "static")]
templates_path = [str(HERE / "templates")]
html_css_files = ["course.css"]
html_math_renderer = "mathml"
html_copy_source = False
html_use_index = False
html_domain_indices = False
html_show_sphinx = False
html_context = {"default_mode": "light"}  # the pictures are drawn for a white page
html_theme_options = {
    "max_navbar_depth": 1,
    "show_toc_level": 2,
    "article_header_end": ["search-button.html", "toggle-secondary-sidebar.html"],
    "navbar_persistent": [],
    "footer_content_items": ["copyright.html"],
    "pygments_light_style": "a11y-high-contrast-light",
    "back_to_top_button": False,
}
html_sidebars = {"**": ["name.html", "find.html", "sbt-sidebar-nav.html"]}

html_search_scorer = str(HERE / "scorer.js")
html_search_language = "en-zh"
