import numpy as np
import pandas as pd
import pytest

from plgkit.events import funnel as funnels
from plgkit.events import retention as retentions
from tests.events.logs import START

FORMS = {"plain": "str", "objects": object}
"""Types of a table's events: plain text is read as it is, objects are for DuckDB to interpret."""


@pytest.fixture(scope="module", params=FORMS)
def form(request):
    """A table of plain columns in the form that is tested, any other events as they are."""
    return lambda events: events.astype({"event": FORMS[request.param]})


@pytest.fixture(scope="module")
def funnel(form):
    """`plg.funnel` of a table in both forms."""
    return lambda events, *arguments, **options: funnels.funnel(form(events), *arguments, **options)


@pytest.fixture(scope="module")
def retention(form):
    """`plg.retention` of a table in both forms."""
    return lambda events, *arguments, **options: retentions.retention(form(events), *arguments, **options)


@pytest.fixture(scope="module")
def depth(funnel):
    """How many steps the one user of a table reached; all steps occur in a later stranger's path, too."""

    def reached(table, steps, **options):
        stranger = pd.DataFrame({"user_id": "zoe", "event": list(steps), "timestamp": START + pd.Timedelta(days=900)})
        stranger["timestamp"] += pd.to_timedelta(np.arange(len(steps)), "min")
        return int(funnel(pd.concat([table, stranger]), list(steps), **options).users.sum()) - len(steps)

    return reached
