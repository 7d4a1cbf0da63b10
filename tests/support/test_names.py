import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from nbconvert.filters import markdown2html

from plgkit.support.errors import Refused
from plgkit.support.names import RESERVED, excerpt, markdown, plain, safe_name, team
from tests.elements import Elements
from tests.nasty_names import NASTY, printable

hostile = st.text(max_size=200) | st.text('./\\:*?"<>|~$%& \t\n\0aA1-é', min_size=1, max_size=90)


@given(hostile)
@example("." * 300 + "x")
@example("a" * 59 + " b")
@example("𝔘" * 90)
@example("𠮷" * 90)
@example("nul\0")
@example("COM¹")
@example("\ud800x")
def test_a_safe_name_is_safe_everywhere(text):
    try:
        name = safe_name(text)
    except Refused as refusal:
        assert len(str(refusal).splitlines()) == 1
        return
    assert 0 < len(name) <= 60
    assert len(name.encode()) <= 120
    assert not set(name) & set('./\\:*?"<>|~$%& \t\n\r\0_')
    assert name[0] != "-" != name[-1]
    assert not RESERVED.fullmatch(name)
    assert safe_name(name) == name


@pytest.mark.parametrize("name", ["CON", "con", "Aux", " nul ", "COM1", "lpt9", "PRN."])
def test_names_that_windows_keeps_for_devices_are_avoided(name):
    assert safe_name(name).endswith("-name")


def test_one_name_whatever_its_case_and_encoding():
    assert safe_name("ZOË Müller") == safe_name("zoe\u0308 mu\u0308ller") == "zoë-müller"
    assert safe_name("हिन्दी") == "हिन्दी"
    assert safe_name("李雷") == "李雷"


@pytest.mark.parametrize("text", ["", " ", "..", "../..", "🚀", "\0", "_", "\u0301"])
def test_a_name_with_nothing_usable_is_refused(text):
    with pytest.raises(Refused, match="no letter and no digit"):
        safe_name(text)


@pytest.mark.parametrize("text", ["a", "x" * 60, "Ada & Grace's", "..: x", "Équipe n° 1", "李雷"])
def test_a_team_keeps_its_label(text):
    assert team(f"  {text} ") == text


@pytest.mark.parametrize("text", ["", "   ", "x" * 61, "a\nb", "a\x00b", "a\u202eb", "\ud800a", None, 7, "?!", "🚀"])
def test_a_team_that_cannot_be_shown_is_refused_in_one_short_line(text):
    with pytest.raises(Refused) as refusal:
        team(text)
    message = str(refusal.value)
    assert len(message.splitlines()) == 1 and len(message) < 120
    assert excerpt(text) in message


@pytest.mark.parametrize(
    ("text", "found"),
    [("../../x", "/"), ("<script>alert(1)</script>", "/"), ("a<b", "<"), ("a>b", ">"), ("a\\b", "\\"), ("/", "/")],
)
def test_a_path_or_a_tag_is_no_name_of_a_team(text, found):
    with pytest.raises(Refused) as refusal:
        team(text)
    assert str(refusal.value) == f"team: {excerpt(text)} holds {found}, which no name may: leave out / \\ < >"


COMMONMARK = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def elements_and_text(renderer, line):
    page = Elements(renderer(line))
    return [tag for tag, attributes in page.found if (tag, attributes) != ("span", {})], page.text.removesuffix("\n")


def shows_as_it_is(text):
    for renderer in (markdown2html, COMMONMARK.render):
        for before, after in (("For: **", "**"), ("- ", ""), ("| a |\n|---|\n| ", " |")):
            plain = elements_and_text(renderer, f"{before}Ada{after}")
            shown = elements_and_text(renderer, f"{before}{markdown(text)}{after}")
            assert shown == (plain[0], plain[1].replace("Ada", text))


@pytest.mark.parametrize("text", NASTY)
def test_markdown_shows_a_hostile_text_as_it_is(text):
    shows_as_it_is(text)


@given(printable)
def test_markdown_shows_any_text_as_it_is(text):
    shows_as_it_is(text)


@given(printable)
def test_without_markdown_a_text_is_itself_again(text):
    assert plain(f"**{markdown(text)}**") == f"**{text}**"


@given(st.text())
def test_a_line_of_markdown_stays_one_and_begins_nothing(text):
    assert not set(markdown(text)) & set("\n\r`*_[]()!:@|~$\\")
