from datetime import timedelta

import pytest

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
