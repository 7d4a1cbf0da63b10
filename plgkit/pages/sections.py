"""The sections of a page: what its table of contents lists, and what a search looks through."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

HEADINGS = {"h1", "h2", "h3"}
SILENT = {"script", "style", "svg", "details", "button"}
"""What is never searched: machinery, pictures, and answers that are folded away."""


@dataclass
class Section:
    """A heading that can be linked to, with the text below it, up to the next."""

    level: int
    anchor: str
    heading: str = ""
    pieces: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its text in one line."""
        return " ".join("".join(self.pieces).split())


def sections(html: str) -> list[Section]:
    """The sections of a piece of HTML, in order; text before the first heading belongs to none.

    >>> found = sections('<h2 id="a">Predict</h2><p>Say a <b>number</b>.</p>')
    >>> [(one.level, one.anchor, one.heading, one.text) for one in found]
    [(2, 'a', 'Predict', 'Say a number.')]
    """
    reader = _Reader()
    reader.feed(html)
    return reader.found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[Section] = []
        self.silent = 0
        self.heading = False

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        self.silent += tag in SILENT
        if tag in HEADINGS and given.get("id") and not self.silent:
            self.found.append(Section(int(tag[1]), given["id"]))
            self.heading = True
        if tag in {"p", "li", "td", "th", "dt", "dd", "div"}:
            self._say(" ")

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in SILENT
        if tag in HEADINGS:
            self.heading = False

    def handle_data(self, data: str) -> None:
        self._say(data)

    def _say(self, text: str) -> None:
        if self.silent or not self.found:
            return
        if self.heading:
            self.found[-1].heading += text
        else:
            self.found[-1].pieces.append(text)
