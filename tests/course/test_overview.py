import re
import subprocess
import sys

import plgkit as plg
from plgkit.course.material import every_material
from plgkit.course.overview import ideas
from plgkit.ideas import catalogue


def test_the_table_names_each_idea_once_with_its_claim_documents_and_lesson():
    table = ideas().set_index("name")
    assert list(table.index) == catalogue.names()
    assert table.loc["UnitEconomics", "lesson"] == "read-the-books"
    assert table.loc["UnitEconomics", "claim"] == plg.UnitEconomics.claim
    assert all(re.fullmatch(r"00\d_\w+\.txt(, 00\d_\w+\.txt)*", files) for files in table["documents"])


def test_every_lesson_stands_beside_its_idea():
    table = ideas().set_index("name")
    for material in every_material():
        assert table.loc[material.idea.__name__, "lesson"] == material.slug


def test_the_table_has_its_name_though_the_room_of_that_name_is_imported():
    code = (
        "import plgkit as plg, plgkit.cases.catalogue, plgkit.ideas.drift\n"
        "assert callable(plg.ideas) and callable(plg.cases)\n"
        "plg.UnitEconomics().run()\n"
        "assert callable(plg.ideas) and callable(plg.cases)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
