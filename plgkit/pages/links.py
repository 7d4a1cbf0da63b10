"""Links that open a lesson elsewhere: on Binder, on a JupyterHub, in Colab."""

import re
from collections.abc import Iterator
from urllib.parse import quote, urlencode, urlsplit

from plgkit.support import folders
from plgkit.support.errors import Refused
from plgkit.support.names import excerpt

REPOSITORY = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,38}/(?!\.{1,2}$)[A-Za-z0-9._-]{1,100}", re.ASCII)
# What git allows in a branch's name, less what is awkward in a shell.
BRANCH = re.compile(r"(?!.*(\.\.|//))[A-Za-z0-9_][A-Za-z0-9_./+-]{0,198}[A-Za-z0-9_+-]|[A-Za-z0-9_]", re.ASCII)
GITHUB = "https://github.com"


def links(repository: str, branch: str, hub: str | None = None) -> Iterator[str]:
    """Links that open every notebook elsewhere.

    Parameters
    ----------
    repository : str
        The project's name on GitHub, as owner/name.
    branch : str
        A branch, tag or commit of it.
    hub : str, optional
        The address of a JupyterHub that has nbgitpuller and this package; without it no such link.

    Yields
    ------
    str
        Lines: a notebook's name, then its links.

    Raises
    ------
    Refused
        One of them is not of its form.

    Examples
    --------
    >>> lines = list(links("ada/course", "main"))
    >>> print(lines[1])
      Binder      https://mybinder.org/v2/gh/ada/course/main?urlpath=lab%2Ftree%2Fnotebooks%2F00_start_here.ipynb
    """
    if not REPOSITORY.fullmatch(repository):
        raise Refused(f"--repo: {excerpt(repository)} is not a project on GitHub of the form owner/name")
    if not BRANCH.fullmatch(branch) or branch.endswith((".lock", "/")):
        raise Refused(f"--branch: {excerpt(branch)} is not the name of a branch, tag or commit, such as main")
    server = None if hub is None else _server(hub)
    for path in sorted(folders.notebooks().glob("*.ipynb")):
        yield path.name
        yield f"  Binder      {binder(repository, branch, path.name)}"
        if server:
            yield f"  JupyterHub  {nbgitpuller(server, repository, branch, path.name)}"
        yield f"  Colab       {colab(repository, branch, path.name)}"
    yield (
        "Colab does not have the course: run this in a new cell before the others: "
        f"%pip install --quiet git+{GITHUB}/{repository}@{branch}"
    )


def binder(repository: str, branch: str, notebook: str) -> str:
    """The address at which Binder builds the project and opens a notebook in JupyterLab.

    Parameters
    ----------
    repository, branch, notebook : str
        As for `links`; the notebook's file name.

    Returns
    -------
    str
    """
    query = urlencode({"urlpath": f"lab/tree/notebooks/{notebook}"}, quote_via=quote, safe="")
    return f"https://mybinder.org/v2/gh/{repository}/{quote(branch, safe='')}?{query}"


def nbgitpuller(server: str, repository: str, branch: str, notebook: str) -> str:
    """The address at which a JupyterHub clones or renews the project and opens a notebook in JupyterLab.

    nbgitpuller names the folder after the project.

    Parameters
    ----------
    server : str
        The hub's address without a slash at the end.
    repository, branch, notebook : str
        As for `links`; the notebook's file name.

    Returns
    -------
    str
    """
    name = repository.split("/")[1].removesuffix(".git")
    query = {"repo": f"{GITHUB}/{repository}", "branch": branch, "urlpath": f"lab/tree/{name}/notebooks/{notebook}"}
    return f"{server}/hub/user-redirect/git-pull?{urlencode(query, quote_via=quote, safe='')}"


def colab(repository: str, branch: str, notebook: str) -> str:
    """The address at which Colab opens a notebook.

    Parameters
    ----------
    repository, branch, notebook : str
        As for `links`; the notebook's file name.

    Returns
    -------
    str
    """
    return f"https://colab.research.google.com/github/{repository}/blob/{quote(branch)}/notebooks/{notebook}"


def _server(hub: str) -> str:
    """The hub's address without a slash at the end."""
    try:
        parts = urlsplit(hub)
        has_host = bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:  # a port that is no number, brackets that do not close
        has_host = False
    well_formed = re.fullmatch(r"https?://[A-Za-z0-9.:\[\]-]+(/[A-Za-z0-9._~/-]*)?", hub)
    if not (has_host and well_formed):
        raise Refused(f"--hub: {excerpt(hub)} is not the address of a JupyterHub, such as https://hub.example.org")
    return hub.rstrip("/")
