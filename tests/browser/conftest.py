"""A real browser with the internet blocked, and a real JupyterLab on this machine."""

import json
import os
import shutil
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import pytest

from plgkit.support import folders

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-sync")
PATIENCE = 120_000
"""Milliseconds after which something is taken not to come: a machine may be busy with something else."""

VIEWPORT = {"width": 1280, "height": 900}
LOCAL = ("http://127.0.0.1", "http://localhost", "ws://127.0.0.1", "ws://localhost", "file:", "data:", "blob:")


@pytest.fixture(scope="session")
def browser():
    if not CHROMIUM:
        if os.environ.get("PLGKIT_BROWSER") == "required":
            pytest.fail("no Chromium on this machine, and PLGKIT_BROWSER=required")
        pytest.skip("no Chromium on this machine: install Debian's package chromium")
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)


# The policy of a page forbids it; the console says so too, but of some violations only once.
VIOLATIONS = """
addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sample, sourceFile, lineNumber }) =>
  console.error(`forbidden: ${effectiveDirective} ${blockedURI} ${sample} ${sourceFile}:${lineNumber}`));
"""


class Watched:
    """A page whose foreign requests are blocked and recorded, and whose console is read, violations included."""

    def __init__(self, context):
        self.foreign, self.errors = [], []
        context.route("**/*", self._route)
        context.add_init_script(VIOLATIONS)
        context.set_default_timeout(PATIENCE)
        self.page = context.new_page()
        self.page.on("console", lambda m: self.errors.append(m.text) if m.type == "error" else None)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))

    def _route(self, route):
        if route.request.url.startswith(LOCAL):
            return route.continue_()
        self.foreign.append(route.request.url)
        return route.abort()

    def is_clean(self):
        assert self.foreign == []
        assert self.errors == []


@pytest.fixture
def watched(browser):
    context = browser.new_context(viewport=VIEWPORT)
    watched = Watched(context)
    yield watched
    context.close()
    watched.is_clean()


@contextmanager
def running_lab(folder: Path):
    """JupyterLab in `folder`; gives its address with the token."""
    runtime = folder / ".runtime"
    runtime.mkdir(exist_ok=True)
    command = [sys.executable, "-m", "jupyter", "lab", "--no-browser", "--allow-root", "--ServerApp.port=0"]
    command += ["--ServerApp.token=course", f"--ServerApp.root_dir={folder}"]
    command += ["--LabApp.expose_app_in_browser=True", "--LabApp.news_url=", "--LabApp.check_for_updates_class="]
    command = [c for c in command if not c.endswith("=")]
    command += ["--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate", "--LabApp.news_url=None"]
    scratch = {"JUPYTER_RUNTIME_DIR": runtime, "JUPYTER_CONFIG_DIR": runtime, "JUPYTERLAB_WORKSPACES_DIR": runtime}
    environment = os.environ | {name: str(path) for name, path in scratch.items()}
    with (runtime / "log").open("w") as log:
        server = subprocess.Popen(command, env=environment, stdout=log, stderr=log, cwd=folder)
    try:
        yield _address(server, runtime)
    finally:
        server.terminate()
        server.wait(300)


def _address(server, runtime: Path) -> str:
    for _ in range(3000):
        found = list(runtime.glob("jpserver-*.json"))
        if found:
            try:
                info = json.loads(found[0].read_text())
                urllib.request.urlopen(f"{info['url']}api?token=course", timeout=20).close()
                return info["url"]
            except (OSError, ValueError):  # not answering yet, or its file half written
                pass
        if server.poll() is not None:
            break
        time.sleep(0.1)
    raise RuntimeError(f"JupyterLab did not start: {(runtime / 'log').read_text()[-2000:]}")


@pytest.fixture(scope="session")
def course(tmp_path_factory) -> Path:
    """A copy of the notebooks, as a learner has them."""
    folder = tmp_path_factory.mktemp("course")
    for notebook in folders.notebooks().glob("*.ipynb"):
        shutil.copy(notebook, folder)
    return folder


@pytest.fixture(scope="session")
def lab(browser, course):
    with running_lab(course) as address:
        yield address


RESTORED = """
async () => {
  while (!globalThis.jupyterapp) await new Promise(requestAnimationFrame);
  await jupyterapp.restored;
}
"""
SHOW = """
async (path) => {
  const { context } = await jupyterapp.commands.execute("docmanager:open", { path });
  await context.ready;
}
"""
CLOSE = """
async () => {
  for (const widget of [...jupyterapp.shell.widgets("main")]) {
    await widget.sessionContext?.shutdown();
    widget.dispose();
  }
}
"""


@pytest.fixture(scope="session")
def desks():
    """Pages with JupyterLab in them that no test uses."""
    return []


@pytest.fixture
def desk(browser, lab, desks):
    """A page in which JupyterLab is open, without a notebook; loading it anew takes longer than most tests."""
    if not desks:
        desks.append(Watched(browser.new_context(viewport=VIEWPORT)))
        desks[0].page.goto(f"{lab}lab/workspaces/{time.monotonic_ns()}?token=course&reset")
        desks[0].page.evaluate(RESTORED)
    watched = desks.pop()
    try:
        yield watched
        watched.is_clean()
        watched.page.evaluate(CLOSE)
    except BaseException:
        watched.page.context.close()  # what went wrong in it is no other test's affair
        raise
    desks.append(watched)


def show_notebook(page, name: str):
    """Open a notebook in the JupyterLab that the page holds, and wait until its kernel rests."""
    page.evaluate(SHOW, name)
    page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=PATIENCE)
    _rest(page)


def open_notebook(page, lab: str, name: str):
    """Load JupyterLab with a notebook, anew where it is open already, and wait until the notebook's kernel rests."""
    page.goto(f"{lab}lab/workspaces/{time.monotonic_ns()}/tree/{name}?token=course&reset")
    page.wait_for_function("window.jupyterapp?.shell?.currentWidget?.context?.isReady", timeout=PATIENCE)
    page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=PATIENCE)
    _rest(page)


def run_all(page):
    """Run every cell of the notebook that is open, and wait until the kernel rests."""
    page.evaluate("window.jupyterapp.commands.execute('notebook:run-all-cells')")
    _rest(page)


def _rest(page):
    idle = "window.jupyterapp.shell.currentWidget.sessionContext.session?.kernel?.status === 'idle'"
    page.wait_for_function(idle, timeout=PATIENCE)
