"""Customers won at every split of the budget."""

from plgkit.charts.picture import alt, dress
from plgkit.charts.prediction import with_prediction
from plgkit.ideas.portfolio import Portfolio

HALVES = "halves"


def split_chart(idea: Portfolio, described: str) -> alt.LayerChart:
    """Customers won at every split, with the best, equal halves, and room for a predicted percentage."""
    outcome = idea.changed(share_a=0.5).run()
    frame = outcome.frame
    yours = frame["mark"] == "yours"
    # On the open side of the curve, where the name of the best split never stands.
    frame.loc[yours, ["label", "place"]] = HALVES, "right" if frame.loc[yours, "place"].item() != "left" else "left"
    return dress(with_prediction(idea.picture(outcome), "x", percent=True), described, idea.table)
