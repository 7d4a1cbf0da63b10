"""The site on a local server: how heavy a lesson's page is, and how soon its first chart stands."""

import os
import statistics
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from benchmarks.browser import first_chart
from benchmarks.tables import show
from plgkit.pages.site import build
from plgkit.pages.sitemap import lessons

TIMES = 5
HEADER = ["page", "kB beyond the chart library", "first chart after, ms (median of 5)"]


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """A local server of a folder's files; gives its address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=folder)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def weight(folder: Path, file: str) -> int:
    """Bytes of a lesson's page with everything that it loads, the chart library aside."""
    return sum((folder / name).stat().st_size for name in (file, "site.css", "page.js", "site.js"))


def pages(folder: Path) -> Iterator[tuple[str, float, float]]:
    """For each lesson: kB, and milliseconds to the first chart with an empty cache."""
    with served(folder) as address:
        for lesson in lessons():
            times = [first_chart(f"{address}{lesson.file}") for _ in range(TIMES)]
            yield lesson.file, weight(folder, lesson.file) / 1000, statistics.median(times)


def main(arguments: list[str]) -> None:
    """Measure the site in the folder that is named, or one that is made for it."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(*arguments) if arguments else Path(scratch)
        if not arguments:
            list(build(folder))
        show("The site", HEADER, pages(folder))
    load, cores = os.getloadavg()[0], os.cpu_count()
    print(f"\nOther work while this ran: a load of {load:.1f} on {cores} cores at the end.")


if __name__ == "__main__":
    main(sys.argv[1:])
