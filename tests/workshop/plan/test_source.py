import pickle
from pathlib import Path

import pytest

from plgkit.support.errors import Problem, Refused
from plgkit.workshop.plan import source
from plgkit.workshop.plan.source import Lines, LocatedProblem, Sources, read_table, read_yaml, text_of

WRONG = Problem.outside("churn", "7", "between 0 and 1")


def file(folder, content):
    path = folder / "file"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_a_file_that_is_no_text_is_one_line(tmp_path):
    with pytest.raises(Refused, match="no such file"):
        text_of(tmp_path / "workshop.yml")
    with pytest.raises(Refused, match="not written in UTF-8"):
        text_of(file(tmp_path, b"title: \xff\n"))
    with pytest.raises(Refused, match="longer than"):
        text_of(file(tmp_path, b"#" * (source.LONGEST + 1)))


def test_every_value_has_its_line(tmp_path):
    data, lines = read_yaml(file(tmp_path, "# plan\ntitle: 12\nteams:\n  - Ada\n  - {name: 007}\n"), {"title", "name"})
    assert data == {"title": "12", "teams": ["Ada", {"name": "007"}]}
    assert lines.rows["title",] == 2 and lines.rows["teams", 1] == lines.rows["teams", 1, "name"] == 5
    assert lines.locate(("teams", 0, "parameters"), WRONG).row == 4


def test_a_problem_is_located_in_the_file_that_it_is_about():
    plan, teams = Lines(Path("plan.yml"), {("scale",): 9}), Lines(Path("teams.csv"), {("teams", 1): 3})
    sources = Sources(plan, teams)
    with pytest.raises(Refused) as refusal:
        sources.refuse([(("teams", 1, "parameters"), WRONG), (("scale",), WRONG), (("teams", 1, "name"), WRONG)])
    assert [(problem.path, problem.row) for problem in refusal.value.problems] == [
        (plan.path, 9),
        (teams.path, 3),
    ]
    assert Sources().locate(("scale",), WRONG) is WRONG
    sources.refuse([])


def test_a_located_problem_keeps_its_fields_and_its_place():
    problem = LocatedProblem.of(WRONG, Path("plan.yml"), 4)
    assert (problem.field, problem.value, problem.allowed) == ("churn", "7", "between 0 and 1")
    assert problem.named("Churn").line == "plan.yml, line 4: Churn: 7 is not between 0 and 1"
    assert pickle.loads(pickle.dumps(Refused(problem))).problems == (problem,)


def test_all_that_is_wrong_with_the_form_of_a_table_is_told_at_once(tmp_path):
    path = file(tmp_path, "name,,name\nAda,1,2,3\n\nBo,1,2,3\n")
    with pytest.raises(Refused) as refusal:
        read_table(path)
    assert [problem.row for problem in refusal.value.problems] == [1, 1, 2, 4]


def test_a_cell_over_several_lines_moves_the_rows_after_it(tmp_path):
    assert read_table(file(tmp_path, 'name,room\nAda,"a\nb"\nBo,\n')) == (
        ["name", "room"],
        [(3, {"name": "Ada", "room": "a\nb"}), (4, {"name": "Bo", "room": ""})],
    )
