import re

from plgkit.ideas import documents
from plgkit.ideas.documents import TITLES


def test_every_document_has_its_file_name_and_a_title():
    assert list(TITLES) == [getattr(documents, f"D{number}") for number in range(5)]
    assert [int(name[:3]) for name in TITLES] == [0, 1, 2, 3, 4]
    assert all(re.fullmatch(r"\d{3}_[0-9a-f]{16}\.txt", name) for name in TITLES)
    assert all(TITLES.values())
