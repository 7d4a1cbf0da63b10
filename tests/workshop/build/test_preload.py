import subprocess
import sys

import pytest

pytestmark = pytest.mark.slow


def test_what_a_worker_needs_is_loaded_and_the_drawing_library_with_its_threads_is_not():
    code = (
        "import sys, threading, plgkit.workshop.build.preload\n"
        "needed = {'papermill', 'nbconvert', 'plgkit.workshop.build.pieces', 'plgkit.course.lessons'}\n"
        "print(needed - sys.modules.keys(), 'vl_convert' in sys.modules, threading.active_count())\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split("\n")[0] == "set() False 1"
