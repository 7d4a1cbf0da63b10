"""The site as the tests build it: from the committed notebooks, because executing them all takes a minute.

They are the attendees' edition, which holds no answers; one test executes a lesson in the site's own edition.
"""

from pathlib import Path

import nbformat
import pytest

from plgkit.pages import site
from plgkit.support import folders

REPOSITORY = "ada/course"


def committed(course):
    return (nbformat.read(folders.notebooks() / one.notebook, as_version=4) for one in course)


@pytest.fixture(scope="session")
def built(tmp_path_factory) -> Path:
    """The folder of a whole site; its parent holds nothing else."""
    folder = tmp_path_factory.mktemp("site") / "course"
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(site, "executed", committed)
        assert all(path.is_file() for path in site.build(folder, REPOSITORY))
    return folder
