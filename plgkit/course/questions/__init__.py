"""What is asked, one form of question a file, and what each foreseeable answer is told."""

from plgkit.course.questions.question import (
    Choice,
    Given,
    Number,
    Option,
    Prediction,
    Question,
    Slip,
    Text,
    Value,
    judge,
    question_payload,
    resolve,
    sentence,
)
from plgkit.course.questions.tasks import LONGEST, Card, Drawing, Ranking, Sorting

__all__ = [
    "LONGEST",
    "Card",
    "Choice",
    "Drawing",
    "Given",
    "Number",
    "Option",
    "Prediction",
    "Question",
    "Ranking",
    "Slip",
    "Sorting",
    "Text",
    "Value",
    "judge",
    "question_payload",
    "resolve",
    "sentence",
]
