import subprocess
import sys

import pytest

pytestmark = pytest.mark.slow

pytest.importorskip("rfc3987_syntax", reason="without the grammar there is nothing to hide")

CHECKS = "'iri' in jsonschema.FormatChecker.checkers"
NONE_BLOCKED = "assert not [name for name, module in sys.modules.items() if module is None]"


def run(*lines: str) -> None:
    """A process of its own runs these lines, whatever was imported here."""
    result = subprocess.run([sys.executable, "-c", "\n".join(lines)], capture_output=True, text=True)
    assert result.returncode == 0, result.stderr


@pytest.mark.parametrize("library", ["jsonschema", "altair"])
def test_a_user_who_imported_it_before_keeps_the_checks_of_addresses(library):
    run(
        f"import sys, {library}, jsonschema",
        f"assert {CHECKS} and 'rfc3987_syntax' in sys.modules",
        "import plgkit; plgkit.UnitEconomics().chart()",
        f"assert {CHECKS} and sys.modules['rfc3987_syntax']",
    )


def test_the_first_chart_builds_no_grammar_and_blocks_nothing_afterwards():
    run(
        "import sys, plgkit",
        "assert 'jsonschema' not in sys.modules",
        NONE_BLOCKED,
        "plgkit.UnitEconomics().chart()",
        "assert 'altair' in sys.modules and 'rfc3987_syntax' not in sys.modules",
        NONE_BLOCKED,
        "import rfc3987_syntax",
    )


@pytest.mark.slow
@pytest.mark.parametrize("module", ["running.execution", "pages.site", "authoring.refresh", "workshop.build.build"])
def test_no_room_that_reads_notebooks_builds_the_grammar(module):
    run(f"import sys, plgkit.{module}", "assert 'nbformat' in sys.modules and 'rfc3987_syntax' not in sys.modules")


def test_the_block_is_lifted_though_an_import_fails():
    run(
        "import sys",
        "from plgkit.support.imports import without_iri_grammar",
        "try:",
        "    with without_iri_grammar():",
        "        import a_library_that_nobody_has",
        "except ImportError:",
        "    pass",
        NONE_BLOCKED,
    )


def test_a_grammar_that_is_there_already_stays():
    run(
        "import sys, rfc3987_syntax",
        "from plgkit.support.imports import without_iri_grammar",
        "with without_iri_grammar():",
        "    assert sys.modules['rfc3987_syntax'] is rfc3987_syntax",
        "assert sys.modules['rfc3987_syntax'] is rfc3987_syntax",
    )
