"""The colours of pages and parts: one table, light and dark."""

import re

import pytest

from plgkit.charts import theme
from plgkit.widgets import styles
from tests.contrast import contrast


@pytest.mark.parametrize("dark", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["page", "paper", "panel"])
@pytest.mark.parametrize("name", ["blue", "orange", "green", "purple", "grey", "ink", "soft"])
def test_letters_in_every_colour_can_be_read_on_every_ground(name, ground, dark):
    assert contrast(theme.COLOURS[name][dark], theme.COLOURS[ground][dark]) >= 4.5  # WCAG 2.2, 1.4.3


@pytest.mark.parametrize("dark", [0, 1], ids=["light", "dark"])
def test_the_edge_of_a_field_can_be_seen(dark):
    assert contrast(theme.COLOURS["edge"][dark], theme.COLOURS["paper"][dark]) >= 3  # WCAG 2.2, 1.4.11


@pytest.mark.parametrize("styles", [styles.page_styles("page.css", "plgkit.css"), styles.notebook_styles()])
def test_style_sheets_use_the_table_and_no_colour_of_their_own(styles):
    used = set(re.findall(r"var\(--plg-(\w+)\)", styles))
    assert used <= theme.COLOURS.keys()
    known = {colour for pair in theme.COLOURS.values() for colour in pair}
    assert set(re.findall(r"#[0-9a-fA-F]{3,8}\b", styles)) <= known


def test_a_notebook_is_dark_where_its_theme_is_and_not_where_the_screen_is():
    assert "prefers-color-scheme" not in styles.notebook_styles()
    assert '[data-jp-theme-light="false"] .plg' in styles.notebook_styles()


def test_nothing_is_dark_on_paper():
    for sheet in (styles.page_styles("page.css"), styles.notebook_styles()):
        dark = theme.COLOURS["ink"][1]
        (rule,) = [line for line in sheet.splitlines() if f"--plg-ink: {dark}" in line]
        assert rule.startswith("@media screen")
