"""What a piece of HTML holds."""

from html.parser import HTMLParser


class Elements(HTMLParser):
    """The elements of a page with their attributes, and the text in them.

    `found` lists each element with its attributes, `texts` each text with the element that began last before it.
    """

    def __init__(self, html):
        super().__init__()
        self.found, self.texts = [], []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.found.append((tag, dict(attributes)))

    def handle_data(self, data):
        self.texts.append((self.found[-1][0] if self.found else "", data))

    @property
    def text(self):
        return "".join(data for _, data in self.texts)
