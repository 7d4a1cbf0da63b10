"""Every page that a command writes says what it may load and run, before it could load or run anything."""

import base64
import hashlib
import re

import pytest

from plgkit.pages.embedded import EXPLORER
from plgkit.pages.template import TEMPLATES
from plgkit.support.folders import PACKAGE
from tests.elements import Elements
from tests.every_page import KINDS
from tests.pages.test_site import FILES
from tests.widgets.test_policy import directives

DATA = {"text/plain", "application/json", "application/gzip"}
"""Types of what stands between the tags of a script and is not run."""


@pytest.fixture
def html(every_page, kind):
    return every_page[kind].read_text("utf-8")


@pytest.fixture
def site_html(built, file):
    return (built / file).read_text("utf-8")


def policy_of(html):
    """The policy, which stands first, after the encoding that it is read in."""
    charset, (tag, policy), *_ = [element for element in Elements(html).found if element[0] not in ("html", "head")]
    assert charset == ("meta", {"charset": "utf-8"})
    assert (tag, policy["http-equiv"]) == ("meta", "Content-Security-Policy")
    return directives(policy["content"])


def scripts_of(html):
    """The inline scripts that run, exactly as they stand between their tags; and the addresses of the others."""
    inline, addresses = [], []
    for attributes, text in re.findall(r"<script\b([^>]*)>(.*?)</script>", html, re.S):
        named = dict(re.findall(r'([\w-]+)="([^"]*)"', attributes))
        if "src" in named:
            addresses.append(named["src"])
        elif named.get("type") not in DATA:
            inline.append(text)
    return inline, addresses


def runs_only_what_its_policy_names(html):
    policy = policy_of(html)
    inline, addresses = scripts_of(html)
    hashes = {f"'sha256-{base64.b64encode(hashlib.sha256(one.encode()).digest()).decode()}'" for one in inline}
    assert {source for source in policy.get("script-src", []) if "sha" in source} == hashes
    return policy, inline, addresses


def has_no_listener_and_no_code_in_an_attribute(html):
    for tag, attributes in Elements(html).found:
        for name, value in attributes.items():
            assert not name.startswith("on"), f"<{tag} {name}>"
            assert not re.match(r"\s*javascript:", value or "", re.I), f"<{tag} {name}={value}>"
    assert not re.search("mathjax|require(js|\\.min)", html, re.I)


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_that_is_one_file_runs_its_own_scripts_alone(html, kind):
    policy, inline, addresses = runs_only_what_its_policy_names(html)
    assert policy["default-src"] == ["'none'"]
    assert addresses == []
    assert len(inline) == {"handout": 2, "report": 2}.get(kind, 0)
    has_no_listener_and_no_code_in_an_attribute(html)


@pytest.mark.slow
@pytest.mark.parametrize("file", FILES)
def test_a_page_of_the_site_runs_what_stands_beside_it(site_html, built, file):
    policy, inline, addresses = runs_only_what_its_policy_names(site_html)
    engine = ["blob:", "'wasm-unsafe-eval'"] if EXPLORER in site_html else []
    assert policy["script-src"] == ["'self'", "file:", *engine]
    assert inline == []
    assert addresses and all((built / name).is_file() for name in addresses)
    has_no_listener_and_no_code_in_an_attribute(site_html)


def test_no_page_begins_anywhere_else():
    """Whoever writes a page of their own adds it to the pages above."""
    texts = {path: path.read_text("utf-8") for path in PACKAGE.rglob("*.*") if path.suffix in {".py", ".html", ".j2"}}
    begun = {path.name for path, text in texts.items() if re.search("<!doctype|<html", text, re.I)}
    assert begun == {"document.html", "takehome.py"}
    assert {path.name for path in TEMPLATES.glob("*.html") if "extends" not in path.read_text()} == {"document.html"}
