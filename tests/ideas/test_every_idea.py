"""What every idea owes its reader, whoever wrote it; and the proof that its twin shows what the live one shows."""

import json
import math
import re
import textwrap
from itertools import product

import pytest
import vl_convert
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from plgkit.charts import vegalite
from plgkit.course.lessons.read_the_books.figures import Books
from plgkit.ideas import catalogue
from plgkit.ideas.documents import TITLES
from plgkit.ideas.idea import Measure
from plgkit.support.errors import Refused
from plgkit.widgets.explorer import Explorer
from plgkit.widgets.grid import Grid, cell_payload
from plgkit.widgets.stored_picture import LINE, twin_spec
from tests.examples import at_most
from tests.wording import CONTRACTION

IDEAS = [catalogue.idea(name) for name in catalogue.names()]
BYTES = 400_000
UNSAID = re.compile(r"\b(?:nan|NaN|inf|None|True|False|null)\b|[{}]")


@pytest.fixture(scope="module", params=IDEAS, ids=lambda idea: idea.__name__)
def idea(request):
    return request.param


@pytest.fixture(scope="module", params=[*IDEAS, Books], ids=lambda idea: idea.__name__)
def explored(request):
    """Every idea that has sliders: the filings of a lesson are explored in the same way."""
    return request.param


@pytest.fixture(scope="module")
def twin(explored):
    """The twin of the idea's own controls, as it is stored."""
    return json.loads(json.dumps(twin_spec(explored())))


@pytest.fixture(scope="module")
def axes(explored):
    """The positions of the twin's sliders."""
    return dict(zip(explored.controls, Grid(explored(), explored.controls).axes, strict=True))


@pytest.fixture(scope="module")
def settings(axes):
    """The values of the controls at each cell, the last control fastest."""
    return [dict(zip(axes, at, strict=True)) for at in product(*axes.values())]


def stored(twin):
    """The cells of a twin, as Vega reads them."""
    common, found = {one["as"]: json.loads(one["calculate"]) for one in twin["transform"] if "calculate" in one}, []
    for number, row in enumerate(json.loads(twin["data"]["values"])):
        columns = {name: values for name, values in row.items() if name not in ("c", "s", "h")}
        assert row["c"] == number
        sentence = " ".join(line for line in row["s"] if line)
        found.append({"columns": common | columns, "sentence": sentence, "headline": row["h"]})
    return found


def live(idea):
    """What a kernel computes, as it reaches the page."""
    return json.loads(json.dumps(cell_payload(idea, idea.run()), allow_nan=False))


def value(one):
    """Any value of an assumption; a list stays as it is."""
    if one.kind == "number":
        return st.floats(one.ge, one.le) | st.sampled_from([float(one.ge), float(one.le), *one.positions()])
    if one.kind == "whole":
        return st.integers(one.ge, one.le) | st.sampled_from([one.ge, one.le])
    return st.just(one.default) if one.kind == "list" else st.sampled_from(one.positions())


@st.composite
def anywhere(draw, idea):
    """An instance anywhere in the idea's whole range, in any money."""
    currency, scale = draw(st.sampled_from([("$", 1), ("€", 0.001), ("kr", 1_000_000)]))
    assumed = idea.assumptions(currency, scale).values()
    given = {one.name: draw(value(one)) for one in assumed if one.kind != "list"}
    return idea(currency=currency, scale=scale, **given)


def corners(idea):
    """Every combination of the least and the greatest values."""
    ends = {
        one.name: one.positions() if one.choices or one.kind == "flag" else [one.ge, one.le]
        for one in idea.assumptions().values()
        if one.kind != "list"
    }
    return [idea(**dict(zip(ends, at, strict=True))) for at in product(*ends.values())]


def complaints(idea):
    """What is wrong with the outcome of an instance."""
    outcome, usual = idea.run(), type(idea)().run()
    if outcome.numbers.keys() != idea.measures.keys():
        yield f"its numbers are {sorted(outcome.numbers)}, its measures {sorted(idea.measures)}"
    for name, number in outcome.numbers.items():
        if type(number) not in (float, int, bool) or math.isnan(number):
            yield f"{name} is {number!r}"
    if not outcome.sentence.strip() or outcome.sentence != outcome.sentence.strip() or outcome.sentence[-1] != ".":
        yield f"the sentence is {outcome.sentence!r}"
    if UNSAID.search(outcome.sentence) or CONTRACTION.search(outcome.sentence):
        yield f"the sentence says {outcome.sentence!r}"
    if list(outcome.frame) != list(usual.frame) or len(outcome.frame) != len(usual.frame):
        yield f"its frame is {outcome.frame.shape}, elsewhere {usual.frame.shape}"
    said = [idea.in_words(name, outcome.numbers[name]) for name in idea.headline]
    if any(UNSAID.search(text) or not text for text in said):
        yield f"the headline says {said}"
    json.dumps(cell_payload(idea, outcome), allow_nan=False)


class TestWhatItSays:
    def test_it_claims_something_and_says_when_that_holds_and_when_it_fails(self, idea):
        for text in (idea.claim, idea.holds_when, idea.fails_when):
            assert len(text) > 20 and text.endswith(".")

    def test_it_names_its_documents_and_its_sources(self, idea):
        assert idea.documents and set(idea.documents) <= TITLES.keys()
        assert idea.sources and all(len(source) > 20 for source in idea.sources)

    def test_its_text_has_no_contractions(self, idea):
        helps = [text for one in idea.assumptions().values() for text in (one.label, one.unit, one.help)]
        labels = [measure.label for measure in idea.measures.values()]
        for text in (idea.claim, idea.holds_when, idea.fails_when, *helps, *labels):
            assert not CONTRACTION.search(text)

    def test_every_assumption_has_a_label_and_what_it_needs_to_be_checked(self, idea):
        for one in idea.assumptions().values():
            assert one.label
            assert one.help or one.choices or one.kind == "flag"
            if one.kind in ("number", "whole"):
                assert one.ge <= one.slider[0] <= one.default <= one.slider[1] <= one.le
                assert one.step > 0

    def test_its_controls_are_up_to_three_of_its_assumptions(self, idea):
        assert 1 <= len(idea.controls) <= 3
        kinds = [idea.assumptions()[name].kind for name in idea.controls]
        assert "list" not in kinds

    def test_its_headline_is_made_of_its_measures(self, idea):
        assert 1 <= len(idea.headline) <= 4
        assert set(idea.headline) <= idea.measures.keys()
        assert all(isinstance(measure, Measure) and measure.label for measure in idea.measures.values())

    def test_it_has_a_default_an_aha_and_a_place_where_it_is_false(self, idea):
        scenarios = idea.scenarios()
        assert scenarios.keys() >= {"default", "aha", "false"}
        sentences = {name: scenarios[name].run().sentence for name in scenarios}
        assert sentences["false"] not in (sentences["default"], sentences["aha"])


class TestItsRange:
    @at_most(25, suppress_health_check=list(HealthCheck))
    @given(st.data())
    def test_every_value_within_the_bounds_is_accepted_alone(self, idea, data):
        scale = data.draw(st.sampled_from([1, 0.001, 1_000_000]))
        for one in idea.assumptions("€", scale).values():
            given = data.draw(value(one))
            assert getattr(idea(currency="€", scale=scale, **{one.name: given}), one.name) == given

    @pytest.mark.parametrize("scale", [1, 1_000_000])
    @pytest.mark.parametrize("side", ["below", "above"])
    def test_nothing_beyond_the_bounds_is_accepted(self, idea, side, scale):
        for one in idea.assumptions("€", scale).values():
            if one.kind not in ("number", "whole"):
                continue
            end = one.ge if side == "below" else one.le
            by = 1 if one.kind == "whole" else max(abs(end) * 1e-9, 1e-9)
            beyond = end - by if side == "below" else end + by
            with pytest.raises(Refused) as refused:
                idea(currency="€", scale=scale, **{one.name: beyond})
            assert str(refused.value) == f"{one.name}: {beyond:.10g} is not {one.allowed}"

    @pytest.mark.parametrize("wrong", ["a lot", None, math.nan, math.inf, [[]], 0.5j, object()])
    def test_what_is_of_another_kind_is_refused(self, idea, wrong):
        for name in idea.assumptions():
            with pytest.raises(Refused) as refused:
                idea(**{name: wrong})
            (line,) = str(refused.value).splitlines()
            assert line.startswith(f"{name}: ")

    def test_a_misspelt_name_is_answered_with_the_nearest(self, idea):
        for name in idea.assumptions():
            with pytest.raises(Refused, match=f"{name}x is not an assumption of .*; the nearest is {name}$"):
                idea(**{f"{name}x": 1})

    def test_its_sliders_have_at_most_201_equal_steps_through_the_default(self, idea):
        for one in idea.assumptions().values():
            if one.kind == "list":
                continue
            positions = one.positions()
            assert one.default in positions
            assert len(positions) <= 201
            if one.kind in ("number", "whole"):
                assert one.slider[0] <= positions[0] < positions[-1] <= one.slider[1]
                step = (positions[-1] - positions[0]) / (len(positions) - 1)
                expected = [positions[0] + step * k for k in range(len(positions))]
                assert positions == pytest.approx(expected, abs=one.step / 100)


class TestItsOutcome:
    @at_most(40, suppress_health_check=list(HealthCheck))
    @given(st.data())
    def test_it_is_complete_and_well_said_anywhere(self, idea, data):
        assert list(complaints(data.draw(anywhere(idea)))) == []

    @pytest.mark.slow
    def test_it_is_complete_and_well_said_in_every_corner(self, idea):
        for corner in corners(idea):
            assert list(complaints(corner)) == [], corner

    def test_it_is_the_same_whenever_it_is_asked(self, idea):
        for scenario in idea.scenarios().values():
            again = type(scenario)(**scenario.model_dump())
            assert live(scenario) == live(again)

    def test_its_picture_draws_its_frame_and_nothing_else(self, idea):
        for scenario in idea.scenarios().values():
            outcome = scenario.run()
            chart = scenario.chart(outcome)
            chart.to_dict()  # checked against the schema of Vega-Lite
            made, columns = vegalite.split(chart)
            assert made["description"] == outcome.sentence
            assert list(columns) == list(outcome.frame)
            assert {len(column) for column in columns.values()} == {len(outcome.frame)}


def picture(idea):
    """The picture without its rows and its description."""
    made = vegalite.spec(idea.chart())
    made.pop("description")
    return made


@pytest.mark.slow
class TestItsTwin:
    def test_it_stays_small(self, twin):
        assert len(json.dumps(twin, ensure_ascii=False).encode()) <= BYTES

    def test_it_has_a_cell_for_each_combination_of_its_sliders(self, explored, twin, axes):
        assert list(axes) == list(explored.controls)
        assert len(stored(twin)) == math.prod(map(len, axes.values())) >= 8

    def test_at_every_point_it_shows_what_is_computed_there(self, explored, twin, settings):
        for cell, values in zip(stored(twin), settings, strict=True):
            assert cell == live(explored(**values)), values

    def test_at_every_point_it_shows_what_the_live_explorer_answers(self, explored, twin, settings):
        explorer = Explorer(explored())
        for cell, values in zip(stored(twin), settings, strict=True):
            (reply,) = explorer.replies({"want": "outcome", "state": values})
            assert cell == reply["cell"], values

    def test_the_same_picture_is_drawn_wherever_its_sliders_stand(self, explored, twin, axes):
        usual = picture(explored())
        for which in (0, -1):
            assert picture(explored(**{name: positions[which] for name, positions in axes.items()})) == usual

    def test_it_takes_nothing_of_the_picture_away(self, explored, twin):
        own = {"title", "data", "params", "transform", "usermeta"}
        assert vegalite.spec(explored().chart()).keys() & own == {"data", "usermeta"}
        assert {k: v for k, v in twin.items() if k not in own | {"description"}} == {
            k: v for k, v in picture(explored()).items() if k not in own
        }
        assert twin["usermeta"].items() >= picture(explored())["usermeta"].items()

    @pytest.mark.parametrize("which", [0, -1])
    def test_jupyterlab_draws_it_exactly_as_it_draws_the_live_rows(self, explored, twin, which, axes):
        values = {name: positions[which] for name, positions in axes.items()}
        moved = [param | {"value": values[param["name"]]} if "bind" in param else param for param in twin["params"]]
        there = live(explored(**values))
        lines = textwrap.wrap(there["sentence"], LINE, break_on_hyphens=False)
        lines += [""] * (len(json.loads(twin["data"]["values"])[0]["s"]) - len(lines))
        usual = vegalite.joined(vegalite.spec(explored().chart()), there["columns"])
        usual |= {"title": twin["title"] | {"text": lines}}
        assert drawn(twin | {"params": moved}) == drawn(usual)


def drawn(spec):
    """As JupyterLab draws it: it has a Vega-Lite of version 5."""
    return vl_convert.vegalite_to_svg({"$schema": vegalite.V5_SCHEMA, **spec}, vl_version="5.8")
