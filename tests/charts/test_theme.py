"""The course's colours: readable on their background, and distinct for three kinds of colour blindness."""

import subprocess
import sys
from itertools import combinations

import numpy as np
import pytest

from plgkit.charts import theme
from tests.contrast import LETTERS, contrast, linear

# Machado, Oliveira and Fernandes 2009, "A physiologically-based model for simulation of color vision
# deficiency", table 1, severity 1.0, on linear RGB.
BLINDNESS = {
    "none": np.eye(3),
    "protanopia": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deuteranopia": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    "tritanopia": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
}
TEXT = ("blue", "orange", "green", "purple", "grey", "ink", "soft")
PAIRS = list(combinations(["blue", "orange", "green", "purple", "grey"], 2))
LEAST_DISTANCE = 10  # in CIE L*a*b* (1976): two lines beside each other are told apart from about half of it


def lab(colour):
    """CIE L*a*b* of linear sRGB under D65."""
    to_xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
    x, y, z = to_xyz @ np.clip(colour, 0, 1) / [0.9505, 1.0, 1.089]
    f = [t ** (1 / 3) if t > (6 / 29) ** 3 else t / (3 * (6 / 29) ** 2) + 4 / 29 for t in (x, y, z)]
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


@pytest.mark.parametrize("scheme", [0, 1], ids=["paper", "dark"])
@pytest.mark.parametrize("ground", ["paper", "page", "panel"])
@pytest.mark.parametrize("name", TEXT)
def test_text_is_readable(name, ground, scheme):
    assert contrast(theme.COLOURS[name][scheme], theme.COLOURS[ground][scheme]) >= LETTERS


@pytest.mark.parametrize("scheme", [0, 1], ids=["paper", "dark"])
@pytest.mark.parametrize("blindness", BLINDNESS)
@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_colours_of_series_are_told_apart(one, other, blindness, scheme):
    seen = [lab(np.array(BLINDNESS[blindness]) @ linear(theme.COLOURS[name][scheme])) for name in (one, other)]
    assert np.linalg.norm(seen[0] - seen[1]) >= LEAST_DISTANCE


@pytest.mark.parametrize("colour", [*theme.SERIES, theme.GREY, theme.INK])
def test_a_text_in_any_of_the_colours_can_be_read_on_white(colour):
    assert contrast(colour, "white") >= LETTERS


def test_looking_up_a_colour_imports_no_chart_library():
    code = "import sys, plgkit.charts.theme; assert 'altair' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)
