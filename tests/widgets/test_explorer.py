import json
from typing import ClassVar

import pytest

from plgkit.charts import vegalite
from plgkit.course.lessons.read_the_books.figures import Books
from plgkit.ideas.unit_economics import UnitEconomics
from plgkit.models import cell, unit_economics
from plgkit.support.errors import Refused
from plgkit.widgets.explorer import Explorer, explore
from plgkit.widgets.grid import cell_payload

START = {"cac": 1200.0, "churn": 0.03, "arpa": 100.0}


def outcome(explorer, **state):
    (reply,) = explorer.replies({"want": "outcome", "state": START | state})
    return reply["cell"]


class Own(UnitEconomics):
    """An idea of a learner's, which no page can run."""

    def run(self):
        return super().run()


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


def test_every_step_of_the_declaration_is_a_position():
    positions = {one["name"]: one["positions"] for one in explore(UnitEconomics()).payload()["controls"]}
    assert positions == {name: UnitEconomics.assumptions()[name].positions() for name in positions}
    assert len(positions["churn"]) == 30


def test_the_page_is_given_what_its_engine_needs():
    idea = UnitEconomics(churn=0.08, currency="€")
    payload = explore(idea, ["churn"]).payload()
    model = json.loads(payload["model"])
    assert cell.at(model, {}) == payload["cell"]
    assert cell.at(model, {"churn": 1}) == cell_payload(idea, UnitEconomics(churn=1.0, currency="€").run())
    assert cell.at(model, {})["headline"][0].startswith("€")


def test_what_only_a_kernel_can_run_is_given_to_no_page():
    class Lambda(UnitEconomics):
        model: ClassVar = staticmethod(lambda **values: unit_economics.run(**values))

    for own in (Own(), Lambda()):
        assert "model" not in explore(own, ["churn"]).payload()
        assert outcome(explore(own, ["churn"]))["headline"]


def test_assumptions_without_a_slider_keep_the_ideas_values():
    idea = UnitEconomics(gross_margin=0.5, currency="€", scale=10)
    state = {"cac": 12_000, "churn": 0.04, "arpa": 1000}
    (reply,) = Explorer(idea).replies({"want": "outcome", "state": state})
    there = UnitEconomics(gross_margin=0.5, currency="€", scale=10, **state)
    assert reply == {"cell": cell_payload(there, there.run())}


def test_a_value_off_the_grid_is_computed_exactly():
    (reply,) = Explorer(UnitEconomics()).replies({"want": "outcome", "state": START | {"churn": 0.0317}})
    assert reply["cell"]["sentence"] == UnitEconomics(churn=0.0317).run().sentence


def test_a_choice_is_computed_like_a_number():
    (reply,) = Explorer(Books()).replies({"want": "outcome", "state": {"company": "Slack"}})
    assert reply["cell"]["sentence"] == Books(company="Slack").run().sentence


@pytest.mark.parametrize(
    ("state", "line"),
    [
        ({"churn": 1.7}, "Churn: 1.7 is not between 0 and 1 (share/month)"),
        ({"churn": "a lot"}, "Churn: 'a lot' is not a number between 0 and 1 (share/month)"),
        ({"churn": None}, "Churn: None is not a number between 0 and 1 (share/month)"),
        ({"chrun": 0.1}, "chrun is not an assumption of UnitEconomics; the nearest is churn"),
    ],
)
def test_a_state_that_cannot_be_is_refused(state, line):
    with pytest.raises(Refused) as refused:
        outcome(Explorer(UnitEconomics()), **state)
    assert str(refused.value) == line


def test_what_an_explorer_does_not_do_is_refused():
    with pytest.raises(Refused, match=r"^keep cannot be asked of this part$"):
        list(Explorer(UnitEconomics()).replies({"want": "keep", "state": START}))


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


def test_what_a_plain_page_needs_stands_beside_the_stored_picture():
    explorer = explore(UnitEconomics(), ["churn"], title="One customer")
    payload = dict(explorer.payload())
    del payload["spec"]
    assert explorer.stored()[vegalite.V5_MIME]["usermeta"]["plgkit"] == payload
