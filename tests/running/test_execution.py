import base64

import nbformat
import papermill
import pytest

from plgkit.charts import vegalite
from plgkit.running.execution import INJECTED, execute_file
from plgkit.support.errors import Refused
from plgkit.widgets.storage import LATER

BAR = {"data": {"values": [{"x": 1}]}, "mark": "bar", "encoding": {"x": {"field": "x", "type": "quantitative"}}}


@pytest.fixture
def notebook(tmp_path):
    path = tmp_path / "lesson.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("x = 1")]), path)
    return path


def executed(*cells):
    return nbformat.v4.new_notebook(cells=list(cells), metadata={"papermill": {"duration": 1.5}})


def test_nothing_of_the_run_is_left_and_the_stills_are_drawn(notebook, monkeypatch):
    bundle = {vegalite.V5_MIME: BAR, "image/png": LATER}
    output = nbformat.v4.new_output("execute_result", data=bundle, execution_count=1)
    papermills = {"papermill": {"status": "completed"}, "execution": {"iopub.status.busy": "2026"}}
    cells = [
        nbformat.v4.new_code_cell("x = 2", metadata=papermills | {"tags": [INJECTED]}),
        nbformat.v4.new_code_cell("x", outputs=[output], metadata=papermills),
    ]
    monkeypatch.setattr(papermill, "execute_notebook", lambda *_, **__: executed(*cells))
    result = execute_file(notebook, {"x": 2})
    assert "papermill" not in result.metadata
    assert [dict(cell.metadata) for cell in result.cells] == [{"tags": [INJECTED]}, {}]
    assert result.cells[0].id == INJECTED
    assert base64.b64decode(result.cells[1].outputs[0].data["image/png"]).startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (papermill.PapermillExecutionError(3, 3, "1 / 0", "ZeroDivisionError", "by zero", []), ", cell 3: Zero"),
        (TimeoutError(), ": a cell ran for more than 10 minutes"),
        (RuntimeError("Kernel\ndied"), ": Kernel died"),
    ],
)
def test_what_fails_is_named_in_one_line(notebook, monkeypatch, error, line):
    def failing(*_, **__):
        raise error

    monkeypatch.setattr(papermill, "execute_notebook", failing)
    with pytest.raises(Refused, match=f"^lesson.ipynb{line}") as refused:
        execute_file(notebook, {})
    assert "\n" not in str(refused.value)


def test_a_notebook_that_is_missing_is_named_with_how_to_get_it_back(tmp_path):
    with pytest.raises(Refused, match=r"gone.ipynb is missing: restore it with git checkout notebooks/gone.ipynb"):
        execute_file(tmp_path / "gone.ipynb", {})


def test_the_notebook_itself_stays_as_it_is(notebook, monkeypatch):
    before = notebook.read_bytes()

    def executing(copy, *_, resources, **__):
        assert copy != str(notebook) and resources["metadata"]["path"] != str(notebook.parent)
        with open(copy, "w") as file:
            file.write("changed")
        return executed()

    monkeypatch.setattr(papermill, "execute_notebook", executing)
    execute_file(notebook, {})
    assert notebook.read_bytes() == before
