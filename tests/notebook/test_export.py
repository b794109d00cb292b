"""What is left of a live cell in a page made by nbconvert, where no kernel is."""

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from nbconvert import HTMLExporter
from samples import Tags

import relmark_helpers

CELL = f"""
import sys
sys.path[:0] = [{str(Path(__file__).parent)!r}, {str(Path(relmark_helpers.__file__).parents[1])!r}]
from samples import make_explorer
from relmark_helpers.notebook.predict import predict
make_explorer()()
"""


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_an_executed_notebook_shows_the_still_form(own_course):
    cells = [
        nbformat.v4.new_code_cell(cell) for cell in (CELL, "predict('4.2', 'Which?', options=['A', 'B'])")
    ]
    notebook = nbformat.v4.new_notebook(cells=cells)
    NotebookClient(
        notebook, store_widget_state=False, resources={"metadata": {"path": str(own_course)}}
    ).execute()
    kinds = [output.output_type for cell in notebook.cells for output in cell.outputs]
    assert kinds == ["execute_result", "execute_result"]  # one output each, nothing on stderr
    page, _ = HTMLExporter(template_name="basic").from_notebook_node(notebook)
    assert "widget-view" not in page
    assert 'alt="Sales are 9.00 CNY."' in page
    assert "Drawn with Price: 2.5 CNY" in page
    assert "<li>A</li><li>B</li>" in page
    html = notebook.cells[0].outputs[0].data["text/html"]
    assert len(Tags(html).all("table")) == 1
