import json

import pytest

from plgkit.charts import vegalite
from plgkit.course.lessons.read_the_books.figures import Books
from plgkit.ideas.unit_economics import UnitEconomics
from plgkit.support.errors import Refused
from plgkit.widgets.explorer import FIRST, Explorer, explore
from plgkit.widgets.grid import cell_payload

START = {"cac": 1200.0, "churn": 0.03, "arpa": 100.0}


def positions(explorer, control, **state):
    return list(explorer.replies({"want": "positions", "control": control, "state": START | state}))


def test_an_explorer_begins_with_the_ideas_own_outcome():
    payload = explore(UnitEconomics(churn=0.05), ["churn"]).payload()
    idea = UnitEconomics(churn=0.05)
    assert payload["cell"] == cell_payload(idea, idea.run())
    assert [(control["name"], control["value"]) for control in payload["controls"]] == [("churn", 0.05)]


def test_an_explorer_has_the_ideas_own_controls_and_claim_unless_told():
    assert [control["name"] for control in explore(UnitEconomics()).payload()["controls"]] == ["cac", "churn", "arpa"]
    assert explore(UnitEconomics()).payload()["title"] == UnitEconomics.claim
    assert explore(UnitEconomics(), title="One customer").payload()["title"] == "One customer"


def test_what_the_front_end_draws_is_plain_json():
    json.dumps(explore(UnitEconomics(churn=0, cac=0)).payload(), allow_nan=False)


def test_a_slider_that_is_touched_gets_all_its_positions_nearest_first():
    replies = positions(Explorer(UnitEconomics()), "churn")
    indexes = [index for reply in replies for index, _ in reply["cells"]]
    axis = UnitEconomics.assumptions()["churn"].positions()
    assert sorted(indexes) == list(range(len(axis)))
    here = axis.index(0.03)
    assert [abs(index - here) for index in indexes] == sorted(abs(index - here) for index in indexes)


def test_replies_begin_small_and_double():
    sizes = [len(reply["cells"]) for reply in positions(Explorer(UnitEconomics()), "arpa")]
    assert sizes == [FIRST, 2 * FIRST, len(UnitEconomics.assumptions()["arpa"].positions()) - 3 * FIRST]


def test_positions_are_those_of_the_other_sliders_as_they_stand():
    cells = dict(
        pair for reply in positions(Explorer(UnitEconomics()), "churn", cac=500, arpa=42) for pair in reply["cells"]
    )
    for index, at in enumerate(UnitEconomics.assumptions()["churn"].positions()):
        there = UnitEconomics(churn=at, cac=500, arpa=42)
        assert cells[index] == cell_payload(there, there.run())


def test_assumptions_without_a_slider_keep_the_ideas_values():
    idea = UnitEconomics(gross_margin=0.5, currency="€", scale=10)
    state = {"cac": 12_000, "churn": 0.04, "arpa": 1000}
    (reply,) = Explorer(idea).replies({"want": "exact", "state": state})
    there = UnitEconomics(gross_margin=0.5, currency="€", scale=10, **state)
    assert reply == {"cell": cell_payload(there, there.run())}


def test_a_value_off_the_grid_is_computed_exactly():
    (reply,) = Explorer(UnitEconomics()).replies({"want": "exact", "state": START | {"churn": 0.0317}})
    assert reply["cell"]["sentence"] == UnitEconomics(churn=0.0317).run().sentence


@pytest.mark.parametrize("value", [0.0317, 0.0, 1.0])
def test_a_slider_is_filled_from_a_value_off_its_positions_too(value):
    replies = positions(Explorer(UnitEconomics()), "churn", churn=value)
    axis = UnitEconomics.assumptions()["churn"].positions()
    first, _ = replies[0]["cells"][0]
    assert abs(axis[first] - value) == min(abs(at - value) for at in axis)


def test_a_choice_gets_all_its_positions_beginning_with_its_own():
    state = {"company": "Slack", "measure": "share of revenue"}
    replies = list(Explorer(Books()).replies({"want": "positions", "control": "company", "state": state}))
    cells = [pair for reply in replies for pair in reply["cells"]]
    companies = Books.assumptions()["company"].positions()
    assert companies[cells[0][0]] == "Slack"
    assert {index: cell["sentence"] for index, cell in cells} == {
        index: Books(company=company).run().sentence for index, company in enumerate(companies)
    }


@pytest.mark.parametrize(
    ("state", "line"),
    [
        ({"churn": 1.7}, "Churn: 1.7 is not between 0 and 1 (share/month)"),
        ({"churn": "a lot"}, "Churn: 'a lot' is not a number between 0 and 1 (share/month)"),
        ({"churn": None}, "Churn: None is not a number between 0 and 1 (share/month)"),
        ({"chrun": 0.1}, "chrun is not an assumption of UnitEconomics; the nearest is churn"),
    ],
)
@pytest.mark.parametrize("want", ["exact", "positions"])
def test_a_state_that_cannot_be_is_refused(want, state, line):
    with pytest.raises(Refused) as refused:
        list(Explorer(UnitEconomics()).replies({"want": want, "control": "cac", "state": START | state}))
    assert str(refused.value) == line


@pytest.mark.parametrize("control", ["chrun", "gross_margin", "", "__class__"])
def test_a_control_that_there_is_not_is_refused(control):
    with pytest.raises(Refused, match=f"^{control} is not a control; "):
        positions(Explorer(UnitEconomics()), control)


def test_what_an_explorer_does_not_do_is_refused():
    with pytest.raises(Refused, match=r"^keep cannot be asked of this part$"):
        list(Explorer(UnitEconomics()).replies({"want": "keep", "state": START}))


def test_positions_of_a_slider_that_the_state_leaves_out_begin_at_the_ideas_value():
    replies = Explorer(UnitEconomics(churn=0.05)).replies({"want": "positions", "control": "churn", "state": {}})
    first, _ = next(replies)["cells"][0]
    assert UnitEconomics.assumptions()["churn"].positions()[first] == 0.05


def test_at_most_three_sliders():
    with pytest.raises(Refused, match="4 are too many sliders; give at most 3"):
        explore(UnitEconomics(), ["arpa", "gross_margin", "churn", "cac"])


def test_where_no_kernel_runs_the_twin_stands_in_its_place():
    stored = explore(UnitEconomics(), ["churn"]).stored()
    assert stored.keys() == {vegalite.V5_MIME, "image/png", "text/plain"}
    assert stored["text/plain"] == UnitEconomics().run().sentence


def test_the_kernel_free_and_the_live_picture_are_one():
    explorer = explore(UnitEconomics(), ["churn"])
    stored = explorer.stored()[vegalite.V5_MIME]
    live = explorer.payload()["spec"]
    assert stored["usermeta"].items() >= live["usermeta"].items()
    own = {"data", "usermeta"}
    assert {key: stored[key] for key in live.keys() - own} == {k: v for k, v in live.items() if k not in own}
