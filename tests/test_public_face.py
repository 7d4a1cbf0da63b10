"""What a learner, an editor and a type checker meet: `plgkit/__init__.pyi` and what stands behind it."""

import subprocess
import sys

import pytest

import plgkit as plg
from plgkit.ideas import catalogue


def run(code):
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.split()


def test_every_idea_stands_in_the_stub():
    assert set(catalogue.names()) <= set(plg.__all__)


@pytest.mark.parametrize("name", plg.__all__)
def test_each_public_name_comes_from_its_home(name):
    thing = getattr(plg, name)
    assert thing.__name__ == name and thing.__module__.startswith("plgkit.")


def test_dir_shows_what_is_public_and_nothing_else():
    assert dir(plg) == plg.__all__
    assert not [name for name in dir(plg) if name.startswith("_")]


def test_what_plgkit_does_not_have_is_answered_with_the_nearest():
    with pytest.raises(AttributeError, match="lessens is not a public name of plgkit; the nearest is lessons"):
        plg.lessens  # noqa: B018
    with pytest.raises(AttributeError, match="LeakyBuckets is not a public name of plgkit; the nearest is LeakyBucket"):
        plg.LeakyBuckets  # noqa: B018


def test_a_public_name_stays_what_it_is_when_a_room_of_that_name_is_imported():
    code = (
        "import plgkit.cases.catalogue, plgkit.ideas.catalogue, plgkit as plg\n"
        "print(callable(plg.cases), callable(plg.ideas), plg.cases is plgkit.cases)"
    )
    assert run(code) == ["True"] * 3


def test_importing_it_loads_no_room():
    code = "import sys, plgkit; print(*(name for name in sys.modules if name.startswith('plgkit.')))"
    assert run(code) == []


@pytest.mark.slow
def test_importing_it_changes_nothing_in_the_process():
    code = (
        "import sys, warnings, altair, pandas, scipy.stats; filters = list(warnings.filters); import plgkit as plg\n"
        "plg.LeakyBucket().chart()\n"
        "print(warnings.filters == filters, altair.renderers.active, [k for k, v in sys.modules.items() if v is None])"
    )
    assert run(code) == ["True", "default", "[]"]
