from plgkit.support.imports import without_iri_grammar

with without_iri_grammar():  # before a test imports it with the grammar, which takes seconds
    import nbformat  # noqa: F401

from hypothesis import settings

from tests.a_site import built  # noqa: F401
from tests.every_page import every_page  # noqa: F401

# A machine that is busy with something else is no reason to fail.
settings.register_profile("plgkit", deadline=None)
settings.register_profile("quick", deadline=None, max_examples=10)
settings.load_profile("plgkit")


LONGEST = "test_documentation.py"
"""The file that alone takes longest: it cannot be shared, so it begins before all others."""


def pytest_collection_modifyitems(config, items):
    """Where several processes share the files, those that take long begin first: none is waited for at the end."""
    if hasattr(config, "workerinput"):
        long = {item.path for item in items if any(map(item.get_closest_marker, ("browser", "slow")))}
        items.sort(key=lambda item: (item.path not in long, item.path.name != LONGEST))
