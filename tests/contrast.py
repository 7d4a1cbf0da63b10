"""The contrast of two colours by WCAG 2.2, for the tests of everything that has colours."""

import numpy as np
from PIL import ImageColor

LETTERS = 4.5
"""The least contrast of letters: success criterion 1.4.3."""
EDGES = 3
"""The least contrast of an edge that has to be seen: success criterion 1.4.11."""


def linear(colour):
    """Linear RGB of a colour as style sheets write it, each channel between 0 and 1."""
    values = np.array(ImageColor.getrgb(colour)) / 255
    return np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)


def luminance(colour):
    """Relative luminance, between 0 (black) and 1 (white)."""
    return float(linear(colour) @ [0.2126, 0.7152, 0.0722])


def contrast(colour, ground):
    """Between 1 (the same) and 21 (black on white), whichever is the lighter."""
    darker, lighter = sorted([luminance(colour), luminance(ground)])
    return (lighter + 0.05) / (darker + 0.05)
