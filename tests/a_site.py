"""The site as the tests build it: from the committed notebooks, because executing them all takes a minute.

They are the attendees' edition, which holds no answers; one test executes a lesson in the site's own edition.
"""

import shutil
from pathlib import Path

import nbformat
import pytest
from filelock import FileLock

from plgkit.pages import site
from plgkit.support import folders

REPOSITORY = "ada/course"


def committed(course):
    return (nbformat.read(folders.notebooks() / one.notebook, as_version=4) for one in course)


@pytest.fixture(scope="session")
def built(tmp_path_factory, worker_id) -> Path:
    """The folder of a whole site, made once for all processes of a run; its parent holds nothing else."""
    shared = tmp_path_factory.getbasetemp()
    shared = shared if worker_id == "master" else shared.parent
    folder, whole = shared / "site" / "course", shared / "site.whole"
    with FileLock(shared / "site.lock"):
        if not whole.exists():
            shutil.rmtree(folder.parent, ignore_errors=True)  # of a process that failed on the way
            folder.parent.mkdir()
            with pytest.MonkeyPatch.context() as patched:
                patched.setattr(site, "executed", committed)
                assert all(path.is_file() for path in site.build(folder, REPOSITORY))
            whole.touch()
    return folder
