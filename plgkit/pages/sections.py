"""The sections of a page: what its table of contents lists, and what a search looks through."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

HEADINGS = {"h1", "h2", "h3"}
SILENT = {"script", "style", "svg", "details", "button"}
"""What is never searched: machinery, pictures, and answers that are folded away."""


@dataclass
class Section:
    """A heading that can be linked to, with the text below it, up to the next.

    Attributes
    ----------
    level : int
        1 to 3, of `h1` to `h3`.
    anchor, heading : str
        Its id and its text.
    pieces : list of str
        The text below it, as it stands in the HTML.
    """

    level: int
    anchor: str
    heading: str = ""
    pieces: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its text in one line."""
        return " ".join("".join(self.pieces).split())


def sections(html: str) -> list[Section]:
    """The sections of a piece of HTML.

    Parameters
    ----------
    html : str

    Returns
    -------
    list of Section
        In order; text before the first heading belongs to none.

    Examples
    --------
    >>> (section,) = sections('<h2 id="a">Predict</h2><p>Say a <b>number</b>.</p>')
    >>> section.level, section.anchor, section.heading, section.text
    (2, 'a', 'Predict', 'Say a number.')
    """
    reader = _Reader()
    reader.feed(html)
    return reader.sections


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.sections: list[Section] = []
        self.silent = 0
        self.heading = False

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        named = dict(attributes)
        self.silent += tag in SILENT
        if tag in HEADINGS and named.get("id") and not self.silent:
            self.sections.append(Section(int(tag[1]), named["id"]))
            self.heading = True
        if tag in {"p", "li", "td", "th", "dt", "dd", "div"}:
            self._add(" ")

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in SILENT
        if tag in HEADINGS:
            self.heading = False

    def handle_data(self, data: str) -> None:
        self._add(data)

    def _add(self, text: str) -> None:
        if self.silent or not self.sections:
            return
        if self.heading:
            self.sections[-1].heading += text
        else:
            self.sections[-1].pieces.append(text)
