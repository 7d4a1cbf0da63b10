import math

import pandas as pd

from plgkit.ideas.outcome import Outcome


def test_an_outcome_is_shown_as_its_sentence_and_table_escaped():
    outcome = Outcome(pd.DataFrame({"<b>": ["<script>"]}), {}, "1 < 2 & so on.")
    shown = outcome._repr_html_()
    assert "<p>1 &lt; 2 &amp; so on.</p>" in shown
    assert "<script>" not in shown


def test_an_outcome_is_named_in_one_line():
    outcome = Outcome({"x": [0, 6], "y": [0.0, None]}, {"total": 3600.0, "wins": True}, "It is $3,600.")
    assert repr(outcome) == "Outcome('It is $3,600.', 2 numbers, 2 rows)"
    line = repr(Outcome(pd.DataFrame(), {}, "so " * 100 + "\n"))
    assert len(line.splitlines()) == 1 and len(line) < 130


def test_the_rows_become_a_table_when_it_is_wanted():
    outcome = Outcome({"x": [0, 6], "y": [0.5, None]}, {}, "So.")
    assert outcome.columns == {"x": [0, 6], "y": [0.5, None]}
    assert outcome.frame is outcome.frame
    assert outcome.frame["y"][0] == 0.5 and math.isnan(outcome.frame["y"][1])


def test_a_learners_own_idea_may_give_a_table():
    outcome = Outcome(pd.DataFrame({"x": [0.5, 1]}), {}, "So.")
    assert outcome.columns == {"x": [0.5, 1.0]}
    assert [type(value) for value in outcome.columns["x"]] == [float, float]
