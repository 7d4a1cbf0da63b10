import nbformat
import pytest

import plgkit as plg
from plgkit.authoring.refresh import KERNEL, PARAMETERS, SETUP
from plgkit.course.catalogue import material, slugs
from plgkit.course.cells import parameters_cell, setup_cell
from plgkit.course.settings import assumptions, common_parameters, parameter_names
from plgkit.support import folders
from tests.course.test_settings import every_idea, stated


def committed(lesson, tag):
    notebook = nbformat.read(folders.notebooks() / lesson.notebook, as_version=4)
    (cell,) = (cell for cell in notebook.cells if tag in cell.metadata.get("tags", []))
    return cell.source


@every_idea
def test_the_parameters_cell_states_every_parameter_as_papermill_reads_it(lesson, tmp_path):
    import papermill

    notebook = nbformat.v4.new_notebook(metadata={"kernelspec": KERNEL})
    notebook.cells = [nbformat.v4.new_code_cell(parameters_cell(lesson), metadata={"tags": ["parameters"]})]
    nbformat.write(notebook, tmp_path / "lesson.ipynb")
    documented = papermill.inspect_notebook(tmp_path / "lesson.ipynb")
    assert list(documented) == parameter_names(lesson)
    for parameter in documented.values():
        assert parameter["help"] and parameter["inferred_type_name"] != "None" and parameter["default"]


@pytest.mark.parametrize("slug", slugs())
def test_papermill_documents_every_parameter_of_the_notebook(slug):
    import papermill

    lesson = material(slug)
    documented = papermill.inspect_notebook(folders.notebooks() / lesson.notebook)
    assert list(documented) == parameter_names(lesson)
    for name, assumption in assumptions(lesson).items():
        assert documented[name]["help"] == f"{assumption.label}: {assumption.allowed}"
    types = {"team": "str", "seed": "int", "case": "str", "currency": "str", "scale": "float"}
    types |= {"show_solutions": "bool", "edition": "str"}
    assert {name: documented[name]["inferred_type_name"] for name in common_parameters(lesson)} == {
        name: types[name] for name in common_parameters(lesson)
    }


@pytest.mark.parametrize("slug", slugs())
@pytest.mark.parametrize(("tag", "cell"), [(PARAMETERS, parameters_cell), (SETUP, setup_cell)])
def test_the_committed_notebook_states_what_the_lesson_declares(slug, tag, cell):
    assert committed(material(slug), tag) == cell(material(slug))


@every_idea
def test_the_setup_cell_hands_every_parameter_on(lesson, monkeypatch):
    arguments = {}

    def opened(slug, **values):
        arguments.update(values)
        return type("Opened", (), {"begin": lambda self: None})()

    monkeypatch.setattr(plg, "lesson", opened)
    values = stated(lesson)
    exec(setup_cell(lesson), dict(values))
    assert arguments == values
