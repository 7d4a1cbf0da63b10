"""The site as files: what is there, where its links lead, what it weighs."""

import json
import re
from html.parser import HTMLParser
from urllib.parse import unquote

import pytest
from click.testing import CliRunner

from plgkit.charts import theme
from plgkit.cli import main
from plgkit.pages import site
from plgkit.pages.sitemap import BEGIN, SiteLesson, lessons
from plgkit.support.errors import Refused
from tests.a_site import REPOSITORY, committed
from tests.pages.test_page import parts

pytestmark = pytest.mark.slow

MOST = 700_000
"""Bytes of a lesson's page with all that it loads, the chart library aside."""

FILES = ["index.html", "ideas.html", "cases.html", "sources.html", "reference.html", "reference-lessons.html"]
FILES += ["reference-ideas.html", *(one.file for one in lessons())]


class Links(HTMLParser):
    """A page's links and names; scripts and styles that it loads."""

    def __init__(self, html):
        super().__init__()
        self.links, self.loaded, self.names = [], [], []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        elif "src" in given or not given.get("href", "#").startswith("#"):
            self.loaded.append(given.get("href") or given["src"])
        self.names += [given["id"]] if "id" in given else []


@pytest.fixture(scope="module")
def pages(built):
    return {path.name: path.read_text("utf-8") for path in built.glob("*.html")}


@pytest.fixture(scope="module")
def found(pages):
    return {file: Links(html) for file, html in pages.items()}


def test_every_lesson_and_every_table_has_its_page(pages):
    assert sorted(pages) == sorted(FILES)


@pytest.mark.parametrize("file", FILES)
def test_every_link_within_the_site_leads_to_a_place_that_is_there(file, found):
    for link in found[file].links:
        if link.startswith("https://"):
            continue
        target, _, anchor = link.partition("#")
        there = found[target or file]
        assert not anchor or unquote(anchor) in there.names, link


@pytest.mark.parametrize("file", FILES)
def test_a_page_loads_files_of_the_site_alone(file, found, built):
    for name in found[file].loaded:
        assert name == "data:," or (built / name).is_file(), name


@pytest.mark.parametrize("file", FILES)
def test_names_on_a_page_are_there_once(file, found):
    names = found[file].names
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("lesson", lessons(), ids=lambda one: one.file)
def test_a_lesson_weighs_at_most_700_kilobytes_beyond_the_chart_library(lesson, found, built):
    names = [lesson.file, *(name for name in found[lesson.file].loaded if name not in ("data:,", "vega.js"))]
    assert sum((built / name).stat().st_size for name in names) <= MOST


def test_the_chart_library_is_there_once(built, pages):
    assert [path.name for path in built.iterdir() if path.stat().st_size > MOST] == ["vega.js"]
    assert not any("plgkit-vega" in html and 'src="vega.js"' not in html for html in pages.values())


@pytest.mark.parametrize("lesson", lessons(), ids=lambda one: one.file)
def test_pictures_use_colours_that_are_known_for_dark_screens(lesson, pages):
    stills = " ".join(re.findall(r"<noscript>(.*?)</noscript>", pages[lesson.file], re.S))
    seen = " ".join(tag for tag in re.findall(r"<[^>]+>", stills) if ' opacity="0"' not in tag)
    used = set(re.findall(r'(?:fill|stroke)="([^"]+)"', seen)) - {"none", "transparent"}
    assert used and used <= {light for light, _ in theme.COLOURS.values()}


def test_a_lesson_leads_to_the_one_before_and_the_one_after(pages):
    assert re.findall(r'rel="(prev|next)" href="([^"]+)"', pages["drift.html"]) == [
        ("prev", "evidence.html"),
        ("next", "look-first.html"),
    ]
    assert re.findall(r'rel="(prev|next)"', pages["start-here.html"]) == ["next"]
    assert re.findall(r'rel="(prev|next)"', pages["who-to-call.html"]) == ["prev"]


def test_a_lesson_lists_its_parts(pages):
    contents = pages["drift.html"].partition("<main")[0]
    assert '<a href="#Predict">Predict</a>' in contents and '<a href="#Quiz">Quiz</a>' in contents


def test_buttons_open_the_notebook_on_binder_where_the_project_is_known(found):
    (binder,) = [link for link in found["drift.html"].links if "mybinder.org" in link]
    assert REPOSITORY in binder and "02_drift.ipynb" in binder


def test_without_a_project_there_are_no_buttons_and_no_broken_links():
    (begin, *_) = lessons()
    page = site.lesson_page(begin, next(committed([begin])))
    html = site.framed(page, lessons(), site.launches(None))
    assert "mybinder" not in html and "github.com" not in html and "site-launch" not in html


@pytest.mark.parametrize("name", ["", "ada", "ada/", "/course", "ada/course/more", "a b/c", "https://github.com/a/b"])
def test_what_is_no_projects_name_is_refused_before_anything_is_written(name, tmp_path):
    with pytest.raises(Refused, match="--repo"):
        list(site.build(tmp_path / "site", name))
    assert not (tmp_path / "site").exists()


def test_the_command_line_tells_what_is_wrong_in_one_line():
    result = CliRunner().invoke(main, ["site", "--repo", "ada"])
    assert result.exit_code == 2
    assert result.output.startswith("plgkit: --repo: ") and result.output.count("\n") == 1


def test_the_search_index_holds_text_and_no_answer(built):
    script = (built / "search.js").read_text("utf-8")
    found = json.loads(re.fullmatch(r"\(globalThis\.plgkitShared \?\?= {}\)\.sections = (.*);\n", script, re.S)[1])
    assert {one["file"] for one in found} == set(FILES)
    (predict,) = [one for one in found if one["file"] == "drift.html" and one["heading"] == "Predict"]
    assert predict["anchor"] == "Predict" and len(predict["text"]) > 100
    assert not any("<" in one["heading"] or "¶" in one["heading"] for one in found)


def test_a_lesson_is_executed_in_the_edition_for_those_who_learn_alone():
    lesson = next(one for one in lessons() if one.material and one.material.slug == "read-the-books")
    (notebook,) = site.executed([lesson])
    html = site.lesson_page(lesson, notebook).html
    editions = {part["edition"] for part in parts(html) if "edition" in part}
    assert editions == {"self-study"}
    asked = [question for part in parts(html) if part["kind"] == "questions" for question in part["questions"]]
    assert asked and all(question["solution"] for question in asked)


def test_text_that_would_break_a_page_is_text():
    breaking = '"><script>alert(1)</script>'
    lesson = SiteLesson(BEGIN, breaking, "start-here.html")
    page = site.Page("x.html", breaking, breaking, "<p>ours</p>", breaking, lesson)
    html = site.framed(page, [lesson], {BEGIN: [(breaking, breaking)]})
    assert "<script>alert" not in html


def test_a_script_for_files_exports_nothing():
    made = site.classic("const a = 1;export{a as default};", "globalThis.one = {default};")
    assert "export" not in made
    assert "globalThis.one = a;" in made


def test_nothing_is_left_over(built):
    assert sorted(path.name for path in built.iterdir() if path.suffix != ".html") == [
        "manifest.json",
        "page.js",
        "python.js",
        "search.js",
        "site.css",
        "site.js",
        "vega.js",
    ]


class TestTheFolder:
    """A site of one lesson, with nothing executed."""

    @pytest.fixture(autouse=True)
    def small(self, monkeypatch):
        course = lessons()[:1]
        monkeypatch.setattr(site, "lessons", lambda: course)
        monkeypatch.setattr(site, "overviews", lambda *_: [site.Page("index.html", "Course", "", "<p>ours</p>", "")])
        monkeypatch.setattr(site, "executed", committed)

    def refused(self, folder, line):
        before = {path.name: path.read_bytes() for path in folder.iterdir()}
        result = CliRunner().invoke(main, ["site", "--out", str(folder)])
        assert result.exit_code == 2 and result.output.count("\n") == 1
        assert re.search(line, result.output)
        assert before == {path.name: path.read_bytes() for path in folder.iterdir()}

    def test_an_index_of_somebody_elses_is_refused_and_stays(self, tmp_path):
        (tmp_path / "index.html").write_text("my own page")
        self.refused(tmp_path, r"holds index\.html and no manifest\.json; choose a new or empty folder, or one that")

    def test_a_file_of_somebody_elses_among_ours_is_refused_and_stays(self, tmp_path):
        list(site.build(tmp_path))
        (tmp_path / "mine.html").write_text("mine")
        list(site.build(tmp_path))  # beside ours, and not in the way
        content = json.loads((tmp_path / "manifest.json").read_text())
        content["files"].remove("site.css")
        (tmp_path / "manifest.json").write_text(json.dumps(content))
        self.refused(tmp_path, r"site\.css: in the way, and not of plgkit site; move it, or choose another folder")
        assert (tmp_path / "mine.html").read_text() == "mine"

    def test_a_site_that_was_cut_off_is_made_anew_without_what_was_half_written(self, tmp_path):
        pages = site.build(tmp_path)
        next(pages)
        pages.close()
        (tmp_path / ".page.js.part").write_text("half")
        list(site.build(tmp_path))
        assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]

    def test_a_site_of_release_0_1_0_is_ours(self, tmp_path):
        (tmp_path / "search.js").write_text("globalThis.plgkitSections = [];\n")
        (tmp_path / "index.html").write_text("earlier")
        list(site.build(tmp_path))
        assert "ours" in (tmp_path / "index.html").read_text("utf-8")

    def test_two_sites_into_one_folder_do_not_meet(self, tmp_path):
        first = site.build(tmp_path)
        next(first)
        with pytest.raises(Refused, match=r"another run writes into it \(process \d+ on .+, since .+\); wait, or"):
            list(site.build(tmp_path))
        list(first)
        assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]
