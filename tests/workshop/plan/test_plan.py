import pickle

import pytest
from click.testing import CliRunner

from plgkit import cli
from plgkit.course.catalogue import material
from plgkit.support.errors import Refused
from plgkit.workshop.plan.plan import Plan, example, of_lessons, read

PLAN = """\
title: A day
lessons:
  - saying-no
  - slug: read-the-books
    minutes: 30
    parameters: {churn: 0.04}
teams:
  - Ada
  - name: Grace
    parameters: {churn: 0.03, currency: kr}
"""


@pytest.fixture
def written(tmp_path):
    """Writes a plan, and a table beside it, and gives the plan's path."""

    def write(text, table=None):
        path = tmp_path / "workshop.yml"
        path.write_text(text, "utf-8")
        if table is not None:
            (tmp_path / "teams.csv").write_text(table, "utf-8")
        return path

    return write


def problems(path):
    with pytest.raises(Refused) as refusal:
        read(path)
    return refusal.value.problems


def refused(path):
    return str(Refused(*problems(path))).replace(f"{path.parent}/", "").splitlines()


class TestReading:
    def test_the_example_is_a_plan_and_states_every_key(self, written):
        found = read(written(example()))
        assert found.title == "Product-led organisations" and str(found.start) == "09:30:00"
        assert [team.name for team in found.teams] == ["Ada", "Grace", "Katherine"]
        assert all(f"{key}:" in example() for key in Plan.model_fields)
        assert {p.parameters["currency"] for p in found.pieces()} == {"€", "$"}

    def test_the_particular_counts_before_the_general(self, written):
        found = read(written("parameters: {churn: 0.05}\ncurrency: €\n" + PLAN))
        given = {(piece.lesson, piece.team): piece.parameters for piece in found.variants()}
        assert [given["read-the-books", team]["churn"] for team in ("Ada", "Grace")] == [0.04, 0.03]
        assert [given["saying-no", team]["currency"] for team in ("Ada", "Grace")] == ["€", "kr"]
        assert "churn" not in given["saying-no", "Grace"]  # that lesson does not know it
        assert given["saying-no", "Ada"] == {"currency": "€", "team": "Ada", "edition": "attendee"}

    def test_pieces_are_named_by_lesson_team_and_edition(self, written):
        found = read(written(PLAN + "editions: [attendee, self-study, instructor]\n"))
        assert [piece.name for piece in found.pieces()] == [
            f"{stem}.{team}{ending}"
            for ending in ("", ".self-study", ".instructor")
            for stem in ("05_saying_no", "08_read_the_books")
            for team in ("ada", "grace")
        ]
        assert {piece.minutes for piece in found.pieces()} == {30, material("saying-no").minutes[0]}

    def test_words_stay_words(self, written):
        found = read(written("lessons: [saying-no]\nteams: [007, no, 1e3, ~x, 2026-01-01]\ntitle: 12\nstart: 9:05\n"))
        assert [team.name for team in found.teams] == ["007", "no", "1e3", "~x", "2026-01-01"]
        assert found.title == "12" and found.start.minute == 5

    def test_a_plan_can_be_sent_to_another_machine(self, written):
        found = read(written(PLAN))
        assert pickle.loads(pickle.dumps(found)) == found

    @pytest.mark.parametrize("between", [",", ";"])
    def test_teams_may_stand_in_a_table(self, written, between):
        table = "\ufeffname,room,churn,currency\nAda,Hall,0.02,12\n\n007,,,\n".replace(",", between)
        found = read(written("lessons: [read-the-books]\nteams: teams.csv\n", table))
        assert [(team.name, team.room, team.parameters) for team in found.teams] == [
            ("Ada", "Hall", {"churn": 0.02, "currency": "12"}),
            ("007", "", {}),
        ]


BAD = [
    ("tittle: A day\n", "tittle is not a key of a plan; the nearest is title"),
    ("date: 2026-02-30\n", "date: '2026-02-30' is not a day, such as 2026-12-04"),
    ("start: noon\n", "start: 'noon' is not a time, such as 9:30"),
    ("language: de\n", "language: 'de' is not en, the only language so far: numbers are written the English way"),
    ("currency: dollars\n", "currency: 'dollars' is not a sign or short name of the money, 1 to 4 characters"),
    ("scale: 0\n", "scale: 0 is not a number above 0 and up to 1,000,000"),
    ("scale: much\n", "scale: 'much' is not a number above 0 and up to 1,000,000"),
    ("seed: -1\n", "seed: -1 is not a whole number from 0 to 4294967295"),
    ("editions: [teacher]\n", "editions: 'teacher' is not a list of some of attendee, instructor, self-study"),
    ("editions: [attendee, attendee]\n", "editions: attendee is given twice"),
    ("parameters: {chrun: 0.1}\n", "chrun is not a parameter of any lesson of this plan; the nearest is churn"),
    ("parameters: {churn: 1.7}\n", "churn: 1.7 is not between 0 and 1 (share/month)"),
    ("parameters: {team: Ada}\n", "team: not a parameter here; teams are named under teams"),
    ("parameters: {edition: attendee}\n", "edition: not a parameter here; editions are named under editions"),
    ("scale: !!python/name:os.system\n", "cannot be read: tags are not used here"),
    ("scale: *one\n", "cannot be read: anchors and aliases are not used here"),
    ("scale: &one 1\n", "cannot be read: anchors and aliases are not used here"),
    ("scale: [1\n", "cannot be read: "),
    ("title: a\ntitle: b\n", "title is given twice"),
    ("? [1]\n: 2\n", "a key must be a plain word"),
]


@pytest.mark.parametrize(("line", "said"), BAD)
def test_a_mistake_is_one_line_with_file_and_line_and_what_is_allowed(written, line, said):
    rest = "lessons: [read-the-books, saying-no]\nteams:\n  - Ada\n"
    (found,) = refused(written("title: A day\n" * (not line.startswith("title")) + line + rest))
    place, _, text = found.partition(": ")
    assert place.startswith("workshop.yml, line ") and text.startswith(said), found
    assert int(place.split()[-1]) in (2, 3, 5 if "[1" in line else 2)


INSIDE = [
    ("  - saying-no", "  - saying-on", 3, "saying-on is not a lesson; the nearest is saying-no"),
    ("  - saying-no", "  - read-the-books", 4, "lessons: read-the-books is given twice"),
    ("minutes: 30", "minutes: 0", 5, "minutes: 0 is not a whole number of minutes from 1 to 600"),
    ("minutes: 30", "minuts: 30", 5, "minuts is not a key of a lesson; the nearest is minutes"),
    ("    parameters: {churn: 0.04}", "    parameters: {waiting: 1}", 6, "waiting is not a parameter of read-the"),
    ("    parameters: {churn: 0.04}", "    parameters: {churn: x}", 6, "churn: 'x' is not a number between 0 and 1"),
    ("  - Ada", "  - 1: 2", 8, "1 is not a key of a team"),
    ("  - Ada", "  - [Ada]", 8, "teams: ['Ada'] is not the name of a team, nor a list of its keys"),
    ("  - Ada", "  - ../../x", 8, "team: '../../x' holds /, which no name may"),
    ("  - Ada", "  - GRACE", 9, "team: 'GRACE' and 'Grace' would share the file grace; rename one of them"),
    ("  - Ada", "  - '?!'", 8, "name: '?!' has no letter and no digit"),
    ("currency: kr}", "currency: kroner}", 10, "currency: 'kroner' is not a sign or short name of the money"),
    ("    parameters: {churn: 0.03, currency: kr}", "    room: {}", 10, "room: {} is not a text of at most 60"),
]


@pytest.mark.parametrize(("good", "bad", "line", "said"), INSIDE)
def test_a_mistake_inside_a_list_names_its_own_line(written, good, bad, line, said):
    assert good in PLAN
    found = refused(written(PLAN.replace(good, bad)))
    assert any(one.startswith(f"workshop.yml, line {line}: {said}") for one in found), found


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "workshop.yml: no plan: give at least lessons and teams"),
        ("- Ada\n", "workshop.yml: no plan: give at least lessons and teams"),
        ("teams: [Ada]\n", "workshop.yml, line 1: lessons is missing: give a list of at least one lesson"),
        ("lessons: [saying-no]\nteams: []\n", "workshop.yml, line 2: teams: [] is not a list of at least one team"),
        ("lessons: [saying-no]\nteams:\n", "workshop.yml, line 2: teams: None is not a list of at least one team"),
        ("a: " + "[" * 5000, "workshop.yml"),
        ("lessons: [saying-no]\nteams: ../teams.csv\n", "workshop.yml, line 2: teams: '../teams.csv' is not the name"),
        ("lessons: [saying-no]\nteams: gone.csv\n", "gone.csv: no such file or directory"),
    ],
)
def test_a_file_that_is_no_plan_is_one_line(written, text, said):
    (found,) = refused(written(text))
    assert found.startswith(said), found


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("team\nAda\n", "teams.csv, line 1: no column name"),
        ("name,name\nAda,Bo\n", "teams.csv, line 1: the column 'name' is given twice"),
        ("name,\nAda,Bo\n", "teams.csv, line 1: the column '' has no name"),
        ("name\nAda,Bo\n", "teams.csv, line 2: 2 cells for 1 columns"),
        ("name\n", "teams.csv, line 1: teams: [] is not a list of at least one team"),
        ("name\nAda\n\nADA\n", "teams.csv, line 4: team: 'Ada' and 'ADA' would share the file ada"),
        ("name,churn\nAda,0.1\nBo,7\n", "teams.csv, line 3: churn: 7 is not between 0 and 1 (share/month)"),
        ("name,chrun\nAda,0.1\n", "teams.csv, line 2: chrun is not a parameter of read-the-books"),
        ("name\n=1+1\n<b>\n", "teams.csv, line 3: team: '<b>' holds <, which no name may"),
    ],
)
def test_a_mistake_in_the_table_names_its_line(written, table, said):
    found = refused(written("lessons: [read-the-books]\nteams: teams.csv\n", table))
    assert found[0].startswith(said), found


FIVE = """\
title: A day
lessons:
  # the first of them is misspelt
  - saying-on
  - slug: read-the-books
    minutes: 0
    parameters:
      chrun: 0.04
      cac: -5
teams: teams.csv
"""


def test_mistakes_of_every_kind_are_told_at_once_each_at_its_own_place(written):
    path = written(FIVE, "name,room,churn\nAda,Hall,0.02\nGrace,,7\n")
    assert refused(path) == [
        "workshop.yml, line 4: saying-on is not a lesson; the nearest is saying-no",
        "workshop.yml, line 6: minutes: 0 is not a whole number of minutes from 1 to 600",
        "workshop.yml, line 8: chrun is not a parameter of read-the-books; the nearest is churn",
        "workshop.yml, line 9: cac: -5 is not between 0 and 1,000,000 ($)",
        "teams.csv, line 3: churn: 7 is not between 0 and 1 (share/month)",
    ]
    assert [(p.field, p.nearest) for p in problems(path)] == [
        ("", "saying-no"),
        ("minutes", None),
        ("", "churn"),
        ("cac", None),
        ("churn", None),
    ]
    done = CliRunner().invoke(cli.main, ["build", str(path), "--out", str(path.parent / "handouts")])
    assert (done.exit_code, len(done.stderr.splitlines()), done.stdout) == (2, 5, "")
    assert sorted(file.name for file in path.parent.iterdir()) == ["teams.csv", "workshop.yml"]


def test_parameters_of_every_lesson_are_told_at_their_own_lines_too(written):
    plan = "lessons: [read-the-books]\nteams: teams.csv\nparameters:\n  churn: 0.1\n  case: renewals\n"
    table = "name,seed,show_solutions\nAda,,\nBo,-1,perhaps\n"
    assert [line.split(" ")[:4] for line in refused(written(plan, table))] == [
        ["workshop.yml,", "line", "5:", "case:"],
        ["teams.csv,", "line", "3:", "seed:"],
        ["teams.csv,", "line", "3:", "show_solutions:"],
    ]


class TestOneLesson:
    def test_it_is_a_plan_for_the_teams_and_the_instructor(self):
        pieces = of_lessons(["read-the-books"], ["Ada"], {"churn": 0.05, "edition": "self-study"}).pieces()
        assert [(p.name, p.parameters["churn"]) for p in pieces] == [
            ("08_read_the_books.ada.self-study", 0.05),
            ("08_read_the_books.ada.instructor", 0.05),
        ]

    def test_without_a_team_it_is_for_you_or_for_the_team_among_the_parameters(self):
        assert of_lessons(["read-the-books"], [], {}).pieces()[0].team == "you"
        assert of_lessons(["read-the-books"], [], {"team": "Ada"}).pieces()[0].team == "Ada"

    def test_mistakes_name_no_file(self):
        with pytest.raises(Refused, match=r"^chrun is not a parameter of read-the-books; the nearest is churn$"):
            of_lessons(["read-the-books"], [], {"chrun": 1})


def test_a_piece_without_a_clear_answer_is_refused_in_the_line_of_its_team(written):
    found = read(written(PLAN))
    with pytest.raises(Refused) as error:
        found.refuse({found.variants()[1]: "break_even: these numbers have no answer"})
    assert str(error.value).endswith("line 9: saying-no, team Grace: break_even: these numbers have no answer")
    found.refuse({})
