"""What was ever asked: names, options and parameters that stored answers rely on, so that none is used again otherwise.

`python -m tests.record` adds to `tests/course/record.json` what is new. A question that changed needs another
`edition` where it is declared; where its wording alone changed, `--reworded` records the new wording.
"""

import argparse
import hashlib
import json
from pathlib import Path

from plgkit.course.catalogue import material, slugs
from plgkit.course.items import TESTS
from plgkit.course.questions import Choice, question_payload
from plgkit.course.settings import parameter_names, read

FILE = Path(__file__).parent / "course" / "record.json"
SHOWN = 4  # digits: a computer that adds in another order asks the same


def today():
    """Each lesson and test: its parameters, and its questions with their editions."""
    return {slug: _handout(material(slug)) for slug in (*slugs(), *TESTS)}


def kept():
    """What is recorded."""
    return json.loads(FILE.read_text("utf-8"))


def changes(before, now):
    """What may not be so, one line for each."""
    lines = []
    for slug, handout in before.items():
        if slug not in now:
            lines.append(f"{slug}: journals name this lesson; it has to stay")
            continue
        parameters = now[slug]["parameters"]
        retired = handout.get("retired", [])
        gone = [name for name in handout["parameters"] if name not in (*parameters, *retired)]
        lines += [
            f"{slug}: parameter {name} is gone; record it as retired, and never use its name again" for name in gone
        ]
        lines += [
            f"{slug}: parameter {name} was retired; choose another name" for name in retired if name in parameters
        ]
        for name, was in handout["questions"].items():
            question = now[slug]["questions"].get(name)
            if question is None:
                if not was.get("retired"):
                    lines.append(f"{slug}, {name}: gone; record it as retired, and never use its name again")
            elif was.get("retired"):
                lines.append(f"{slug}, {name}: this name was retired; choose another one")
            elif question["edition"] < was["edition"]:
                lines.append(f"{slug}, {name}: edition {question['edition']} is below {was['edition']}")
            elif question["edition"] == was["edition"]:
                if question.get("options", 0) < was.get("options", 0):
                    lines.append(f"{slug}, {name}: an option is gone; raise its edition")
                elif question["asks"] != was["asks"]:
                    lines.append(f"{slug}, {name}: asks something else; raise its edition, or see tests/record.py")
    return lines


def merged(before, now, reworded=False):
    """The record with what is new; what is gone is retired: journals that name it are read as before."""
    result = {}
    for slug, handout in now.items():
        old = before.get(slug, {"parameters": [], "questions": {}})
        names = [*old["parameters"], *(name for name in handout["parameters"] if name not in old["parameters"])]
        questions = {
            name: was if name in handout["questions"] else was | {"retired": True}
            for name, was in old["questions"].items()
        }
        for name, question in handout["questions"].items():
            was = questions.get(name)
            if was is None or question["edition"] > was["edition"] or reworded:
                questions[name] = question
        retired = [name for name in names if name not in handout["parameters"] or name in old.get("retired", [])]
        result[slug] = {"parameters": names} | ({"retired": retired} if retired else {}) | {"questions": questions}
    return {slug: handout for slug, handout in before.items() if slug not in result} | result


def _handout(handout):
    setting = read(handout, {})
    questions = {question.name: _question(question, setting) for question in handout.questions}
    return {"parameters": parameter_names(handout), "questions": questions}


def _question(question, setting):
    """What makes an earlier answer an answer to this question: what is asked, its options, and what is right."""
    payload = question_payload(question, setting, solved=False)
    for verdict in payload.get("verdicts", []):
        del verdict["text"]
    del payload["edition"]
    asks = hashlib.sha256(json.dumps(_rounded(payload), sort_keys=True).encode()).hexdigest()[:12]
    options = {"options": len(question.options)} if isinstance(question, Choice) else {}
    return {"edition": question.edition, "asks": asks} | options


def _rounded(value):
    if isinstance(value, dict):
        return {name: _rounded(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [_rounded(item) for item in value]
    return f"{value:.{SHOWN}g}" if isinstance(value, float) else value


def main():
    """Write what is new to the record."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reworded", action="store_true", help="what changed was the wording alone")
    reworded = parser.parse_args().reworded
    before = kept() if FILE.exists() else {}
    after = merged(before, today(), reworded)
    FILE.write_text(json.dumps(after, indent=1, ensure_ascii=False) + "\n", "utf-8")
    print(*changes(after, today()), sep="\n")


if __name__ == "__main__":
    main()
