import subprocess
import sys

import pytest

from plgkit.pages.template import TEMPLATES, template


@pytest.mark.parametrize("name", sorted(path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*.html")))
def test_every_template_is_one(name):
    assert template(name).name == name


def test_what_it_is_filled_with_is_text():
    text = template("funnel.html").environment.from_string("{{ title }}").render(title="<script>alert(1)</script>")
    assert text == "&lt;script&gt;alert(1)&lt;/script&gt;"


def test_no_library_for_kernels_is_needed():
    code = "import sys, plgkit.pages.template; print({'nbclient', 'nbconvert', 'jupyter_client'} & sys.modules.keys())"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
