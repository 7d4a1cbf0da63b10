"""What Python hands to the front end: one payload for each kind of part, and the pieces that they are made of.

A payload is plain JSON. A live part sends it to its widget, a stored one keeps it in the notebook's output, and a page
holds it in a script element. The front end's types are made from these (`python -m plgkit.widgets.typescript`).
"""

from typing import Annotated, Any, Literal, NotRequired

from typing_extensions import TypedDict

Columns = dict[str, list[Any]]
"""A table by columns: each a list of the same length, numbers at five significant digits, None where there is none."""

Kind = Literal["prediction", "exercise", "quiz", "note"]
"""What an answer is: a prediction is committed once; of the others the last one counts."""


class Stamp(TypedDict):
    """What every line of a journal says of its lesson: a data format, so its names stay as they are."""

    v: Annotated[int, "The version of the journal's format."]
    lesson: Annotated[str, "The lesson's slug."]
    learner: Annotated[str, "Whoever answers, as they call themselves."]
    variant: Annotated[str, "Names the numbers that the learner had."]
    given: Annotated[dict[str, Any], "The parameters that were set, by name."]


class Entry(TypedDict):
    """One answer: a line of a journal, written by the kernel or by a page. A data format."""

    v: int
    at: Annotated[str, "When, in UTC, in ISO 8601."]
    lesson: str
    learner: str
    part: Annotated[str, 'The name of the question, "notes", or "finished" for a test that was handed in.']
    kind: Kind
    variant: str
    given: NotRequired[Annotated[dict[str, Any], "The parameters that were set: they decide the numbers."]]
    value: Annotated[Any, "The answer, as its question's form keeps it."]
    correct: NotRequired[bool]
    misconception: NotRequired[str | None]
    person: NotRequired[Annotated[str, "A random id, drawn at the first answer: the same in all of one's lessons."]]
    edition: NotRequired[Annotated[int, "The edition of the question, from 1; 1 where it is missing."]]
    sure: NotRequired[Annotated[float, "How sure the learner was, as a share from 0 to 1."]]
    hints: NotRequired[Annotated[int, "How many hints were opened before."]]
    round: NotRequired[Annotated[int, "Which vote of a class it was, from 1."]]


class Control(TypedDict):
    """A slider with its number box, or a list to choose from."""

    name: Annotated[str, "The assumption that it moves."]
    kind: Literal["number", "whole", "choice", "flag"]
    label: str
    unit: Annotated[str, 'Such as "share/month"; empty where there is none.']
    quantity: Annotated[Literal["share", "money", "people", "plain"], "What kind of number it is: how people write it."]
    before: Annotated[str, 'What stands before the digits, such as "$".']
    after: Annotated[str, 'What stands after them, such as "%" or "k".']
    currency: Annotated[str, "Of an amount of money; empty for anything else."]
    size: Annotated[Literal["", "k"], "What an amount of money is counted in: single ones or thousands."]
    help: Annotated[str, "One line on what it means."]
    low: Annotated[float | None, "The least value that may be typed; None where nothing is typed."]
    high: Annotated[float | None, "The greatest value that may be typed."]
    value: Annotated[float | str | bool, "Where it starts."]
    positions: Annotated[list[float] | list[str] | list[bool], "Where it can stand, in order; at most 201."]


class Cell(TypedDict):
    """An outcome, as it is drawn: what an explorer shows at one setting of its controls."""

    columns: Annotated[Columns, "The rows of the picture that change with the controls."]
    sentence: Annotated[str, "The result in words."]
    headline: Annotated[list[str], "The figures in words, in the order of the explorer's measures."]


class Explorer(TypedDict):
    """An idea with sliders and a picture."""

    kind: Literal["explorer"]
    title: str
    controls: Annotated[list[Control], "One to three."]
    measures: Annotated[list[str], "What each figure of a cell's headline is called."]
    spec: Annotated[dict[str, Any], 'The picture as Vega-Lite; its rows are given under the name "outcome".']
    cell: Annotated[Cell, "The outcome where the controls start."]
    model: NotRequired[Annotated[str, "What the page's engine computes, as JSON; none where only a kernel can."]]


class Verdict(TypedDict):
    """What an answer is told, if it falls under this verdict and under none before it."""

    correct: bool
    misconception: Annotated[str | None, "The name of what stands behind a wrong answer."]
    text: Annotated[str, 'What is said; "{given}" in it stands for the answer in words.']


class OptionVerdict(Verdict):
    """Fits one option."""

    option: int


class BandVerdict(Verdict):
    """Fits a number from `low` to `high`, both included."""

    low: float
    high: float


class OrderVerdict(Verdict):
    """Fits one order of the items."""

    order: list[int]


class CardAnswer(TypedDict):
    """Where a card belongs."""

    pile: int
    reason: str


class CardsVerdict(Verdict):
    """Fits cards that all lie where they belong, or, where `all` is false, any others."""

    cards: list[CardAnswer]
    all: bool


class _Question(TypedDict):
    name: str
    ask: Annotated[str, "The question in words, with the situation before it and what helps after it."]
    locks: Annotated[bool, "Whether an answer, once committed, stays."]
    edition: Annotated[int, "From 1; answers to another edition neither count nor lock."]
    kind: NotRequired[Annotated[Kind, "The kind of its answers; a reveal, which asks nothing, has none."]]
    solution: NotRequired[Annotated[str, "The answer in words, where the edition holds it."]]


class ChoiceQuestion(_Question):
    """A question with one right option; its answer is the place of an option in `options`."""

    form: Literal["choice"]
    options: list[str]
    order: Annotated[list[int], "The places of the options, in the order in which they are shown."]
    verdicts: NotRequired[Annotated[list[OptionVerdict], "None in a test that tells nothing."]]


class NumberQuestion(_Question):
    """A question whose answer is a number from `low` to `high`."""

    form: Literal["number"]
    unit: str
    low: float
    high: float
    verdicts: list[BandVerdict]


class RankingQuestion(_Question):
    """Items to be put in order; the answer is a list of their places in `items`, the first one on top."""

    form: Literal["ranking"]
    items: list[str]
    verdicts: list[OrderVerdict]


class DrawingQuestion(_Question):
    """A line to be drawn; the answer is its height at each of `at`, judged by the last one."""

    form: Literal["drawing"]
    at: Annotated[list[float], "From left to right, in the unit of `xTitle`."]
    top: Annotated[float, "The greatest height; the least is 0."]
    xTitle: str
    yTitle: str
    verdicts: list[BandVerdict]


class SortingQuestion(_Question):
    """Cards to be put on piles; the answer is the pile of each card, in the order of `cards`."""

    form: Literal["sorting"]
    piles: list[str]
    cards: list[str]
    verdicts: Annotated[list[CardsVerdict], "Two: all cards are right, or some are not."]


Question = ChoiceQuestion | NumberQuestion | RankingQuestion | DrawingQuestion | SortingQuestion
"""What is asked, and what each foreseeable answer is told."""


class Questions(TypedDict):
    """Questions, each answered on its own."""

    kind: Literal["questions"]
    title: str
    lesson: str
    edition: Annotated[str, '"attendee", "self-study" or "instructor", whose solutions stand open.']
    stamp: Stamp
    questions: list[Question]
    answers: Annotated[dict[str, Any], "The answers that count, by question."]


class Paper(TypedDict):
    """A test: questions that are answered in any order and handed in together."""

    kind: Literal["paper"]
    title: str
    lesson: str
    edition: str
    form: Annotated[str, 'Which of the two parallel forms: "A" or "B".']
    stamp: Stamp
    questions: list[Question]
    end: Annotated[str, "The part of the journal that says that the test was handed in."]
    endEdition: Annotated[int, "The edition of the test as a whole."]
    answers: Annotated[dict[str, Any], "The answers that count, by question."]


class Reveal(TypedDict):
    """The answer to a prediction, hidden until the learner has committed to one."""

    kind: Literal["reveal"]
    title: str
    lesson: str
    question: Annotated[Question, "The prediction that opens it."]
    waiting: Annotated[str, "What stands in its place until then."]
    truth: Annotated[str, "The answer in words, for whoever predicted nothing."]
    description: Annotated[str, "The picture in words."]
    columns: Columns
    spec: Annotated[dict[str, Any], 'The picture as Vega-Lite; its rows are given under the name "outcome".']
    answers: Annotated[dict[str, Any], "The answers that count, by question."]


class Answers(TypedDict):
    """What a learner answered so far, to look at and to take away."""

    kind: Literal["answers"]
    title: str
    lesson: str
    headings: list[str]
    rows: Annotated[list[tuple[str, str, Any, str]], "When (UTC), the question, the answer, and whether it was right."]
    labels: Annotated[dict[str, str], "Each question in words, by its name."]
    file: Annotated[str, "The file name of what is taken away."]
    stamp: Stamp
    unreadable: Annotated[list[str], "One line for each line of the journal that could not be read."]


class TakeHome(TypedDict):
    """Notes, and a page of the lesson to take home."""

    kind: Literal["takehome"]
    title: str
    lesson: str
    stamp: Stamp
    notes: str
    longest: Annotated[int, "Characters that notes may have."]


class Chart(TypedDict):
    """A picture that nothing moves."""

    kind: Literal["chart"]
    title: str
    spec: Annotated[dict[str, Any], "The picture as Vega-Lite, here with its rows."]
    columns: Columns


Payload = Explorer | Questions | Paper | Reveal | Answers | TakeHome | Chart
"""Whatever the front end draws; `kind` says which it is."""


class Request(TypedDict):
    """What the front end asks of the kernel; a part answers those that it knows."""

    want: Literal["outcome", "keep", "take home", "journal", "store"]
    id: NotRequired[Annotated[str, "Its replies bear it too."]]
    state: NotRequired[Annotated[dict[str, float | str | bool], "outcome: every control's value, by name."]]
    question: NotRequired[Annotated[str, "keep: the question's name."]]
    value: NotRequired[Annotated[Any, "keep: the answer."]]
    notes: NotRequired[Annotated[str, "take home: the learner's notes."]]
    picture: NotRequired[Annotated[str, "store: the picture as it was first drawn, a PNG in base64."]]


class Reply(TypedDict, total=False):
    """What the kernel answers to a request of the front end; one request may get several replies."""

    id: Annotated[str, "The request's."]
    done: Annotated[bool, "Whether it is the last one."]
    refused: Annotated[str, "Why nothing was done, in one line."]
    cell: Annotated[Cell, "The outcome at the values asked for."]
    value: Annotated[Any, "The answer that now counts: of predictions the first."]
    saved: Annotated[str, "Where the answer was kept, in words."]
    text: Annotated[str, "The journal, one entry a line."]
    files: Annotated[list[tuple[str, str]], "Names and contents, base64, of what was saved."]
