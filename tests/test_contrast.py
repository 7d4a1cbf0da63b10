import pytest

from tests.contrast import contrast


def test_the_contrast_of_black_and_white_is_the_greatest():
    assert contrast("black", "white") == contrast("white", "black") == pytest.approx(21)
    assert contrast("#123456", "#123456") == 1


def test_the_lightest_grey_that_letters_on_white_may_have():
    assert contrast("#767676", "white") == pytest.approx(4.54, abs=0.005)
    assert contrast("#777777", "white") < 4.5
