"""The controls of every idea, for the front end's tests: `python -m tests.controls` writes them anew.

Amounts of money stand there in two currencies: one whose sign stands before the digits, one whose name stands after.
"""

import json
from pathlib import Path

from plgkit.ideas import catalogue
from plgkit.widgets.controls import control_payload
from plgkit.widgets.payloads import Control

FILE = Path(__file__).parent / "vectors" / "controls.json"
MONIES = (("$", 1.0), ("CHF", 1000.0))


def controls() -> list[Control]:
    """Every number of every idea that can have a slider, at all positions of it."""
    payloads = []
    for name in catalogue.names():
        for currency, scale in MONIES:
            for assumption in catalogue.idea(name).assumptions(currency, scale).values():
                number = assumption.kind in ("number", "whole")
                if number and (assumption.quantity == "money" or (currency, scale) == MONIES[0]):
                    payloads.append(control_payload(assumption, assumption.default, assumption.positions()))
    return payloads


def text() -> str:
    """A control a line."""
    lines = [json.dumps(payload, ensure_ascii=False, separators=(",", ":")) for payload in controls()]
    return "[\n" + ",\n".join(lines) + "\n]\n"


if __name__ == "__main__":
    FILE.write_text(text(), "utf-8")
