import json
from dataclasses import replace
from datetime import timedelta

import pytest

from plgkit.support.names import fold
from plgkit.workshop.report import learners as module
from plgkit.workshop.report.learners import learners, minutes
from plgkit.workshop.report.submissions import read
from tests.workshop.a_class import BEGIN, line


def journal(folder, name, learner, lesson="saying-no", begin=0, count=3):
    parts = {"saying-no": ["high_rate", "doubt", "out_of_cash"], "evidence": ["ipo_list", "sales_only", "wider_spread"]}
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    lines = [
        line(lesson, learner, BEGIN + timedelta(minutes=begin + i), part, "quiz", 1, {}, correct=False)
        for i, part in enumerate(parts[lesson][:count])
    ]
    (folder / name).write_text("\n".join(lines), "utf-8")


def people(folder):
    return learners(read(folder).sheets)


def test_a_learner_has_a_label_and_the_answers_of_all_lessons(tmp_path):
    journal(tmp_path, "a.jsonl", "Ada")
    journal(tmp_path, "day2/b.jsonl", " ADA ", "evidence")
    (ada,) = people(tmp_path)
    assert ada.label == "L01" and set(ada.answers) == {"saying-no", "evidence"}
    assert (ada.copies, ada.shared, ada.files) == (0, 1, ("a.jsonl", "day2/b.jsonl"))


def test_the_same_journal_twice_and_a_later_copy_count_once(tmp_path):
    journal(tmp_path, "a.jsonl", "Ada", count=2)
    journal(tmp_path, "a (1).jsonl", "Ada", count=2)
    journal(tmp_path, "later/a.jsonl", "Ada", count=3)
    (ada,) = people(tmp_path)
    assert len(ada.answers["saying-no"]) == 3 and ada.copies == 4


def test_two_people_under_one_name_are_told_apart_by_their_folders(tmp_path):
    for folder, begin in (("x", 0), ("y", 100)):
        journal(tmp_path, f"{folder}/a.jsonl", "Team 1", begin=begin)
        journal(tmp_path, f"{folder}/b.jsonl", "Team 1", "evidence", begin=begin + 20)
    found = people(tmp_path)
    assert [sorted(person.answers) for person in found] == [["evidence", "saying-no"]] * 2
    assert [person.shared for person in found] == [2, 2]
    assert {file.split("/")[0] for file in found[0].files} != {file.split("/")[0] for file in found[1].files}


def test_in_one_folder_their_lessons_cannot_be_joined(tmp_path):
    for number, begin in ((1, 0), (2, 100)):
        journal(tmp_path, f"a{number}.jsonl", "Team 1", begin=begin)
        journal(tmp_path, f"b{number}.jsonl", "Team 1", "evidence", begin=begin + 20)
    assert [len(person.answers) for person in people(tmp_path)] == [1, 1, 1, 1]


def test_labels_do_not_follow_the_alphabet_and_do_not_move(tmp_path):
    names = [f"{letter}da" for letter in "ABCDEFGHIJKL"]
    for name in names:
        journal(tmp_path, f"{name}.jsonl", name)
    found = [person.name for person in people(tmp_path)]
    assert sorted(found) == names != found
    assert [person.name for person in people(tmp_path)] == found
    assert [person.label for person in people(tmp_path)][:2] == ["L01", "L02"]


def with_ids(folder, *sheets):
    """Journals as (file, lesson, id, begin): three lines each, under one name."""
    for file, lesson, person, begin in sheets:
        journal(folder, file, "Team 1", lesson, begin)
        lines = (folder / file).read_text("utf-8").splitlines()
        if person:
            lines = [json.dumps(json.loads(each) | {"person": person}) for each in lines]
        (folder / file).write_text("\n".join(lines), "utf-8")
    return sorted((person.files, person.joined, person.shared) for person in people(folder))


def test_one_id_is_one_person_wherever_the_journals_lay(tmp_path):
    found = with_ids(
        tmp_path,
        ("x/1.jsonl", "saying-no", "p", 0),
        ("y/2.jsonl", "saying-no", "p", 50),
        ("z/3.jsonl", "evidence", "p", 100),
    )
    assert found == [(("x/1.jsonl", "y/2.jsonl", "z/3.jsonl"), "id", 1)]


def test_two_ids_with_journals_of_one_lesson_are_two_people_even_in_one_folder(tmp_path):
    found = with_ids(
        tmp_path,
        *[
            (f"{person}{lesson}.jsonl", lesson, person, begin)
            for person, begin in (("p", 0), ("q", 100))
            for lesson in ("saying-no", "evidence")
        ],
    )
    assert found == [((f"{p}evidence.jsonl", f"{p}saying-no.jsonl"), "id", 2) for p in "pq"]


def test_two_ids_with_different_lessons_are_joined_by_name(tmp_path):
    found = with_ids(tmp_path, ("1.jsonl", "saying-no", "p", 0), ("2.jsonl", "evidence", "q", 50))
    assert found == [(("1.jsonl", "2.jsonl"), "name", 1)]


def test_ids_keep_two_people_apart_whatever_folder_they_share(tmp_path):
    found = with_ids(
        tmp_path,
        ("x/1.jsonl", "saying-no", "p", 0),
        ("x/2.jsonl", "evidence", "q", 20),
        ("y/3.jsonl", "saying-no", "q", 50),
    )
    assert found == [(("x/1.jsonl",), "", 2), (("x/2.jsonl", "y/3.jsonl"), "id", 2)]


def test_a_journal_without_id_goes_with_the_one_person_of_its_folder(tmp_path):
    found = with_ids(
        tmp_path,
        ("x/1.jsonl", "saying-no", "p", 0),
        ("x/2.jsonl", "evidence", "", 20),
        ("y/3.jsonl", "saying-no", "q", 50),
    )
    assert found == [(("x/1.jsonl", "x/2.jsonl"), "name", 2), (("y/3.jsonl",), "", 2)]


def test_a_copy_from_before_the_id_is_the_same_journal(tmp_path):
    with_ids(tmp_path, ("x/1.jsonl", "saying-no", "", 0), ("y/2.jsonl", "evidence", "", 50))
    lines = (tmp_path / "x/1.jsonl").read_text("utf-8").splitlines()
    later = json.dumps(json.loads(lines[-1]) | {"person": "p", "at": (BEGIN + timedelta(hours=9)).isoformat()})
    (tmp_path / "z.jsonl").write_text("\n".join([*lines, later]), "utf-8")
    (person,) = people(tmp_path)
    assert (person.joined, person.copies, len(person.answers["saying-no"])) == ("name", 3, 4)


def test_an_id_under_another_name_is_another_person(tmp_path):
    for name in ("Ada", "Grace"):
        told = line("saying-no", name, BEGIN, "doubt", "quiz", 1, {}, person="p")
        (tmp_path / f"{name}.jsonl").write_text(told, "utf-8")
    assert sorted(person.name for person in people(tmp_path)) == ["Ada", "Grace"]


@pytest.mark.parametrize(
    ("persons", "split"),
    [("--pp", ["pppp"]), ("--pp--", ["pppppp"]), ("--pp-qq", ["pppp", "qqq"]), ("---", ["---"])],
)
def test_lines_without_id_are_of_whoever_goes_on_with_the_journal(tmp_path, persons, split):
    lines = [
        line(
            "saying-no",
            "Ada",
            BEGIN + timedelta(minutes=i),
            "doubt",
            "quiz",
            1,
            {},
            **({} if p == "-" else {"person": p}),
        )
        for i, p in enumerate(persons)
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), "utf-8")
    sheets = read(tmp_path).sheets
    assert [(sheet.person or "-") * len(sheet.entries) for sheet in sheets] == split


def test_no_name_meets_every_person(tmp_path, monkeypatch):
    counts = []
    for count in (100, 200):
        lines = [line("saying-no", "Ada", BEGIN, "doubt", "quiz", 1, {}).replace("Ada", f"L {i}") for i in range(count)]
        (tmp_path / "a.jsonl").write_text("\n".join(lines), "utf-8")
        sheets, folds = read(tmp_path).sheets, []
        monkeypatch.setattr(module, "fold", lambda name, folds=folds: folds.append(name) or fold(name))
        assert len(learners(sheets)) == count
        counts.append(len(folds))
    assert counts[1] == 2 * counts[0]


def test_many_copies_of_one_journal_are_each_looked_at_once(tmp_path, monkeypatch):
    journal(tmp_path, "a.jsonl", "Ada")
    (sheet,) = read(tmp_path).sheets
    copies, looks = [replace(sheet, file=f"{i}.jsonl") for i in range(300)], []
    monkeypatch.setattr(
        module.DisjointSets,
        "merge",
        lambda self, *pair, merge=module.DisjointSets.merge: looks.append(pair) or merge(self, *pair),
    )
    (person,) = learners(copies)
    assert (person.copies, len(person.files)) == (897, 300)
    assert len(looks) <= 300 * 6


@pytest.mark.parametrize(("gaps", "spent"), [([1, 2, 3], 6), ([1, 10, 11, 2], 13), ([], 0), ([600], 0)])
def test_time_is_from_answer_to_answer_without_the_pauses(tmp_path, gaps, spent):
    times = [sum(gaps[:i]) for i in range(len(gaps) + 1)]
    lines = [line("saying-no", "Ada", BEGIN + timedelta(minutes=at), "doubt", "quiz", 1, {}) for at in reversed(times)]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), "utf-8")
    (ada,) = people(tmp_path)
    assert minutes(ada.answers["saying-no"]) == spent


@pytest.mark.parametrize("spellings", [("Zoë", "Zoe\u0308"), ("Ada", "ada")])
def test_one_journal_with_a_name_in_two_spellings_is_one_persons(tmp_path, spellings):
    lines = [
        line("saying-no", name, BEGIN + timedelta(minutes=i), "doubt", "quiz", i, {})
        for i, name in enumerate(spellings)
    ]
    (tmp_path / "journal.jsonl").write_text("\n".join(lines), "utf-8")
    (person,) = people(tmp_path)
    assert (person.name, person.shared, len(person.answers["saying-no"])) == (spellings[0], 1, 2)
