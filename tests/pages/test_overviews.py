"""The pages beside the lessons."""

import pytest
from markupsafe import escape

import plgkit
from plgkit.course.catalogue import every_material
from plgkit.ideas import catalogue, documents
from plgkit.pages.overviews import overviews
from plgkit.pages.sections import sections
from plgkit.pages.sitemap import lessons

LAUNCH = [("https://example.org/?a=1&b=2", "Open <it>")]


@pytest.fixture(scope="module")
def pages():
    return {page.file: page.html for page in overviews(lessons(), LAUNCH)}


def test_every_idea_case_and_source_is_listed(pages):
    for name in catalogue.names():
        assert f'id="{name}"' in pages["ideas.html"] and f'id="{name}"' in pages["reference-ideas.html"]
    for name in plgkit.cases()["name"]:
        assert f'id="{name}"' in pages["cases.html"]
    listed = " ".join(section.text for section in sections(pages["sources.html"]))
    sources = [" ".join(source.replace("`", "").split()) for one in every_material() for source in one.sources]
    assert all(source in listed for source in sources)


def test_the_index_leads_to_every_lesson_by_its_part_and_to_where_notebooks_run(pages):
    for lesson in lessons():
        assert f'href="{lesson.file}"' in pages["index.html"]
    parts = dict.fromkeys(material.part for material in every_material())
    assert [section.heading for section in sections(pages["index.html"]) if section.level == 2] == list(parts)
    assert "https://example.org/?a=1&amp;b=2" in pages["index.html"] and "Open &lt;it&gt;" in pages["index.html"]


def test_every_document_has_its_place_and_every_claim_leads_to_it(pages):
    for index, title in enumerate(documents.TITLES.values()):
        assert f'id="D{index}"' in pages["sources.html"] and str(escape(title)) in pages["sources.html"]
    assert all(f"sources.html#D{index}" in pages["ideas.html"] for index in range(len(documents.TITLES)))
