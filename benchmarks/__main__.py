"""Print every figure, side by side, from one run on this machine; with `--workshop`, those of a whole class."""

import os
import platform
import sys

from benchmarks import browser, collect, events, library, release, site, weight, workshop
from benchmarks.tables import show


def main() -> None:
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores")
    if "--workshop" in sys.argv[1:]:
        workshop.main([])
        return
    show("Importing", ["what", "seconds (median of 5)"], library.imports())
    show("Ideas", ["idea", "run() p50, ms", "its twin, s", "twin, kB"], library.ideas())
    show("plg.load", ["case", "seconds (median of 5)"], library.cases())
    events.main([])
    weight.main([])
    header = ["way", "p50, ms", "p95, ms", "lowest height of the picture while moving"]
    show("Slider to picture in JupyterLab", header, browser.lab(round_trip=0))
    show("The same with 200 ms of round trip added", header, browser.lab(round_trip=200))
    show("A handout from a file", ["what", "figure"], browser.handout())
    site.main([])
    release.main()
    collect.main([])


if __name__ == "__main__":
    main()
