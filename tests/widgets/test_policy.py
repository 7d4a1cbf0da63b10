import base64
import hashlib

import pytest

from plgkit.widgets.policy import policy

SCRIPT = 'const a = "é";\n'


def directives(text):
    return {name: sources.split() for name, sources in (one.split(" ", 1) for one in text.split("; "))}


@pytest.mark.parametrize("place", ["file", "site"])
@pytest.mark.parametrize("scripts", [[], [SCRIPT], [SCRIPT, "b"]])
@pytest.mark.parametrize("engine", [False, True])
def test_nothing_comes_from_a_network_and_nothing_is_evaluated(place, scripts, engine):
    found = directives(policy(place, scripts, engine))
    assert found["default-src"] == found["base-uri"] == found["form-action"] == ["'none'"]
    sources = {source for listed in found.values() for source in listed if not source.startswith("'sha256-")}
    allowed = {"'none'", "'self'", "'unsafe-inline'", "file:", "blob:", "data:"}
    assert sources <= (allowed | {"'wasm-unsafe-eval'"} if engine else allowed)
    assert "'unsafe-inline'" not in found.get("script-src", [])
    assert found.get("connect-src") == (["blob:"] if engine else None)
    assert {"frame-src", "worker-src", "object-src"}.isdisjoint(found)


def test_a_page_that_is_one_file_runs_its_own_scripts_and_what_they_unpack():
    digest = base64.b64encode(hashlib.sha256(SCRIPT.encode()).digest()).decode()
    assert directives(policy("file", [SCRIPT]))["script-src"] == [f"'sha256-{digest}'", "blob:"]
    assert "script-src" not in directives(policy("file"))


def test_a_page_of_a_site_loads_what_stands_beside_it():
    found = directives(policy("site"))
    assert found["script-src"] == ["'self'", "file:"]
    assert "'self'" in found["style-src"] and "'self'" not in directives(policy("file"))["style-src"]


def test_it_fits_between_the_quotes_of_an_attribute():
    assert not set('"<>&') & set(policy("site", [SCRIPT]))
