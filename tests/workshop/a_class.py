"""A class that never was: journals of learners who know something and learn something, from a seed."""

import json
import random
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from plgkit.course import items, settings
from plgkit.course.catalogue import material, slugs
from plgkit.course.questions import Choice, Drawing, Number, Ranking, Sorting
from plgkit.support.names import safe_name

NAMES = ["Ada", "Grace", "Katherine", "Mary", "Emmy", "Sofia", "Hypatia", "Émilie", "Radia", "Barbara", "Joan"]
THREE = ("evidence", "saying-no", "leaky-bucket")
BEGIN = datetime(2026, 12, 4, 8, 30, tzinfo=UTC)


def names(count):
    return [NAMES[i] if i < len(NAMES) else f"Learner {i + 1}" for i in range(count)]


@cache
def questions_of(slug):
    """A lesson's questions with their verdicts for the default team."""
    lesson = material(slug)
    setting = settings.read(lesson, {})
    return [(question, question.verdicts(setting), setting) for question in lesson.questions]


@cache
def plain(slug, given):
    return settings.base_setting(material(slug), json.loads(given))


def line(slug, learner, at, part, kind, value, given, **more):
    """A line of a journal, as the course writes it."""
    setting = plain(slug, json.dumps(given | {"team": learner}))
    head = {"v": 1, "at": at.isoformat(timespec="milliseconds"), "lesson": slug, "learner": learner, "part": part}
    answer = {"kind": kind, "variant": setting.variant, "value": value, "given": setting.parameters} | more
    return json.dumps(head | answer, ensure_ascii=False)


def lesson_lines(chance, slug, learner, begin, skill, given):
    """One learner's way through one lesson; some exercises are answered twice."""
    at = begin
    for question, verdicts, setting in questions_of(slug):
        at += timedelta(seconds=chance.uniform(40, 280))
        if question.locks:
            value = prediction(chance, question, verdicts, setting)
            yield line(slug, learner, at, question.name, "prediction", value, given)
            continue
        if chance.random() < 0.06:
            continue  # left out
        kind = "quiz" if question in material(slug).quiz else "exercise"
        for attempt in (1, 2):
            right = chance.random() < skill + 0.4 * (attempt - 1)
            verdict = chance.choice([each for each in verdicts if each["correct"] is right] or verdicts)
            value = answer_under(chance, question, verdict, verdicts)
            judgement = {name: verdict[name] for name in ("correct", "misconception")}
            yield line(slug, learner, at, question.name, kind, value, given, **judgement)
            if right or chance.random() < 0.5:
                break
            at += timedelta(seconds=chance.uniform(20, 90))
        if chance.random() < 0.08:
            at += timedelta(minutes=25)  # coffee


def prediction(chance, question, verdicts, setting):
    if isinstance(question, Number):
        guess = question.right(setting) * chance.lognormvariate(0.1, 0.55)
        return round(min(max(guess, question.low), question.high), 2)
    if isinstance(question, Drawing):
        top = question.top(setting)
        end = min(top, question.right(setting) * chance.lognormvariate(0.2, 0.4))
        return [round(end * i / (len(question.at) - 1), 1) for i in range(len(question.at))]
    return answer_under(chance, question, chance.choice(verdicts), verdicts)


def answer_under(chance, question, verdict, verdicts):
    if isinstance(question, Choice):
        return verdict["option"]
    if isinstance(question, Ranking):
        return verdict["order"]
    if isinstance(question, Sorting):
        right = [card["pile"] for card in verdict["cards"]]
        return right if verdict["all"] else [chance.randrange(len(question.piles)) for _ in right]
    assert isinstance(question, Number)
    return round((verdict["low"] + verdict["high"]) / 2, 4) if verdict["high"] < 1e8 else verdict["low"] + 1


def test_lines(chance, slug, learner, begin, knows, first):
    """One learner's test: `knows` says of each lesson how likely its question is answered right."""
    test, given = material(slug), {"first": first}
    at = begin
    letter = first if slug == items.PRE else ("B" if first == "A" else "A")
    for lesson, pair in items.PAIRS.items():
        at += timedelta(seconds=chance.uniform(20, 80))
        if chance.random() < 0.04:
            continue
        question = test.question_named(f"{lesson}.{pair[items.FORMS.index(letter)]}")
        right = [i for i, option in enumerate(question.options) if option.misconception is None]
        wrong = [i for i in range(len(question.options)) if i not in right]
        value = right[0] if chance.random() < knows[lesson] else chance.choice(wrong)
        yield line(slug, learner, at, question.name, "quiz", value, given)
    yield line(slug, learner, at, "finished", "note", 12, given)


test_lines.__test__ = False


def write_class(folder: Path, count=24, lessons=THREE, tests=True, seed=7, given=None):
    """Journals of a class, one file for each learner and lesson; their names."""
    chance = random.Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    firsts = items.balanced(names(count), seed)
    for learner in names(count):
        skill = chance.uniform(0.3, 0.7)
        sheets = {
            slug: lesson_lines(chance, slug, learner, BEGIN + timedelta(hours=place + 1), skill, given or {})
            for place, slug in enumerate(lessons)
        }
        if tests:
            before = {slug: min(0.9, 0.5 * skill + 0.1) for slug in slugs()}
            after = {slug: min(0.95, before[slug] + (0.35 if slug in lessons else 0.05)) for slug in slugs()}
            last = BEGIN + timedelta(hours=len(lessons) + 1)
            sheets["pre-test"] = test_lines(chance, "pre-test", learner, BEGIN, before, firsts[learner])
            sheets["post-test"] = test_lines(chance, "post-test", learner, last, after, firsts[learner])
        for slug, lines in sheets.items():
            if chance.random() < 0.95:
                text = "".join(f"{each}\n" for each in lines)
                (folder / f"{safe_name(learner)}.{slug}.jsonl").write_text(text, "utf-8")
    return names(count)
