"""How pictures look: the one place for colours, sizes and type."""

from typing import Any

WIDTH, HEIGHT = 640, 300
NARROW = "width < 420"
"""Holds on a phone: pages fit a picture to its place, JupyterLab and paper draw it as wide as `WIDTH`."""
LINE_HEIGHT = 15

# Okabe and Ito's colours, darkened where they carry text: distinct for the three kinds of colour blindness.
COLOURS = {
    "blue": ("#0b6aa8", "#62b4ee"),
    "orange": ("#c2410c", "#f5985f"),
    "green": ("#00785a", "#3cc79a"),
    "purple": ("#8e2c78", "#eab0dc"),
    "grey": ("#6b7280", "#a0a9b6"),
    "ink": ("#1f2937", "#e5e9ef"),
    "soft": ("#565f6d", "#b0b9c5"),
    "edge": ("#858f9d", "#7d8897"),
    "quiet": ("#c8cbd1", "#4d5766"),
    "line": ("#d1d5db", "#3d4654"),
    "grid": ("#e5e7eb", "#303844"),
    "faint": ("#f3f4f6", "#252c36"),
    "panel": ("#f6f8fa", "#222932"),
    "paper": ("white", "#181d24"),
    "page": ("white", "#101419"),
}
"""Every colour by name: on paper, and on a screen that is dark. Pictures are made in the first of the two;
pages know both (see `widgets.styles`)."""

BLUE, ORANGE, GREEN, PURPLE, GREY, INK = (
    COLOURS[name][0] for name in ("blue", "orange", "green", "purple", "grey", "ink")
)
GRID, QUIET, FAINT, PAPER = (COLOURS[name][0] for name in ("grid", "quiet", "faint", "paper"))
SERIES = [BLUE, ORANGE, GREEN, PURPLE]
PREDICTION = PURPLE
PADDING = {"top": 5, "left": 5, "right": 5, "bottom": 5}

FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif"
CONFIG: dict[str, Any] = {
    "font": FONT,
    "background": PAPER,
    "view": {"stroke": None},
    "axis": {
        "labelColor": INK,
        "titleColor": INK,
        "labelFontSize": 12,
        "titleFontSize": 12,
        "titleFontWeight": "normal",
        "gridColor": GRID,
        "domainColor": GREY,
        "tickColor": GREY,
    },
    # One width for the labels of all usual numbers: the plot does not jump when a slider moves.
    "axisY": {"minExtent": 48, "titleAlign": "left", "titleAngle": 0, "titleAnchor": "end"}
    | {"titleY": -12, "titleX": -46, "domain": False, "ticks": False},
    "axisX": {"grid": False},
    "text": {"fontSize": 13, "color": INK},
    "title": {"anchor": "start", "fontSize": 15, "subtitleFontSize": 13, "color": INK, "offset": 18}
    | {"subtitleColor": INK, "subtitleLineHeight": 18, "subtitlePadding": 6},
    "line": {"strokeWidth": 2.5},
    "range": {"category": SERIES},
}
