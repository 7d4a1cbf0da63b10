"""What is asked, one form of question a file, and what each foreseeable answer is told."""

from plgkit.course.questions.choice import Choice, Option
from plgkit.course.questions.drawing import Drawing
from plgkit.course.questions.number import Number, Prediction, Slip
from plgkit.course.questions.question import Question, Text, Value, Verdict, judge, question_payload, resolve, sentence
from plgkit.course.questions.ranking import LONGEST, Ranking
from plgkit.course.questions.sorting import Card, Sorting

__all__ = [
    "LONGEST",
    "Card",
    "Choice",
    "Drawing",
    "Number",
    "Option",
    "Prediction",
    "Question",
    "Ranking",
    "Slip",
    "Sorting",
    "Text",
    "Value",
    "Verdict",
    "judge",
    "question_payload",
    "resolve",
    "sentence",
]
