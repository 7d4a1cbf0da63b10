"""The same lesson in Notebook 7 and in Voilà, in a real browser with the internet blocked."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager

import pytest
from playwright.sync_api import expect

from plgkit.support import folders

pytestmark = pytest.mark.browser

LESSON = "08_read_the_books.ipynb"
NOTEBOOKS_OWN = ["Cannot read properties of undefined (reading 'schema')"]
"""What Notebook 7.6.5 complains of with any notebook, an empty one included."""


@contextmanager
def served(folder, *command):
    """A server in `folder` on a free port of this machine; gives its address when it answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    runtime = folder / ".runtime"
    runtime.mkdir()
    scratch = dict.fromkeys(("JUPYTER_RUNTIME_DIR", "JUPYTER_CONFIG_DIR", "JUPYTERLAB_WORKSPACES_DIR"), str(runtime))
    address = f"http://127.0.0.1:{port}/"
    with (runtime / "log").open("w") as log:
        command = [sys.executable, "-m", *command, f"--port={port}", "--no-browser"]
        server = subprocess.Popen(command, env=os.environ | scratch, cwd=folder, stdout=log, stderr=log)
    try:
        for _ in range(3000):
            try:
                urllib.request.urlopen(f"{address}api?token=course", timeout=20).close()
                break
            except urllib.error.HTTPError:  # Voilà has no such page, and so it answers
                break
            except OSError:
                assert server.poll() is None, (runtime / "log").read_text()[-2000:]
                time.sleep(0.1)
        yield address
    finally:
        server.terminate()
        server.wait(300)


@pytest.fixture
def folder(tmp_path, browser):
    """A folder with the lesson; asked for after the browser, so that nothing is started without one."""
    shutil.copy(folders.notebooks() / LESSON, tmp_path)
    return tmp_path


def committed(folder):
    """The values in the journal of the lesson."""
    (path,) = (folder / "answers").glob("*.jsonl")
    return [json.loads(line)["value"] for line in path.read_text("utf-8").splitlines()]


def walk(page, folder):
    """Commit a prediction, see it over the answer, move a slider."""
    box = page.locator(".plg-questions").first.get_by_role("spinbutton")
    box.scroll_into_view_if_needed()
    box.fill("2")
    box.press("Enter")
    page.get_by_text("Saved in answers/you.read-the-books.jsonl").first.wait_for()
    assert committed(folder) == [2]

    reveal = page.locator(".plg-reveal")
    reveal.scroll_into_view_if_needed()
    expect(reveal).to_contain_text("You said 2; the filings say 5.63")
    expect(reveal.locator("svg")).to_contain_text("you: 2")

    explorer = page.locator(".plg-explorer").nth(1)
    explorer.scroll_into_view_if_needed()
    explorer.locator("svg").wait_for()
    said = explorer.locator(".plg-sentence").inner_text()
    explorer.get_by_role("slider", name="Churn").focus()
    for _ in range(10):
        page.keyboard.press("ArrowRight")
    explorer.get_by_text("the money never comes back").wait_for()
    expect(explorer.locator(".plg-sentence")).not_to_have_text(said)


def test_notebook_7(watched, folder):
    more = ["--allow-root", "--ServerApp.token=course", "--JupyterNotebookApp.expose_app_in_browser=True"]
    with served(folder, "notebook", *more) as address:
        page = watched.page
        page.goto(f"{address}notebooks/{LESSON}?token=course")
        page.wait_for_function("window.jupyterapp?.shell?.currentWidget?.context?.isReady")
        idle = "window.jupyterapp.shell.currentWidget.sessionContext.session?.kernel?.status === 'idle'"
        page.wait_for_function(idle)
        page.evaluate("window.jupyterapp.commands.execute('notebook:run-all-cells')")
        page.wait_for_function(idle)
        walk(page, folder)
        watched.errors = [error for error in watched.errors if error not in NOTEBOOKS_OWN]
        watched.is_clean()
        page.close()  # before its server, whose end it would complain about


def test_voila(watched, folder, tmp_path_factory, monkeypatch):
    # Where the package's data is installed, Voilà finds the template by itself.
    share = tmp_path_factory.mktemp("share")
    shutil.copytree(folders.static() / "voila", share / "voila" / "templates")
    monkeypatch.setenv("JUPYTER_PATH", str(share))
    # Notebook 7 is here for its own test, and its extension asks for a newer JupyterLab than Voilà carries.
    without = "--VoilaConfiguration.extension_denylist=['@jupyter-notebook/lab-extension']"
    with served(folder, "voila", LESSON, "--template=plgkit", without) as address:
        page = watched.page
        page.goto(address)
        walk(page, folder)
        watched.is_clean()
        page.close()
