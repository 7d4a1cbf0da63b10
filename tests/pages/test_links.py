from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from click.testing import CliRunner

from plgkit.cli import main
from plgkit.pages.links import links
from plgkit.support import folders
from plgkit.support.errors import Refused

NOTEBOOKS = sorted(path.name for path in folders.notebooks().glob("*.ipynb"))
AT = {"repository": "ada-l/Course.notes", "branch": "classes/spring+1", "hub": "https://hub.example.org/jupyter/"}


def made(host, **given):
    """The addresses of one host, by notebook."""
    found, notebook = {}, None
    for line in links(**(AT | given)):
        notebook = line if line.endswith(".ipynb") and line[0] != " " else notebook
        if line.startswith(f"  {host} "):
            found[notebook] = line.split()[1]
    return found


@pytest.mark.parametrize("host", ["Binder", "JupyterHub", "Colab"])
def test_every_lesson_has_a_link_of_its_own(host):
    found = made(host)
    assert list(found) == NOTEBOOKS
    assert all(name in unquote(address) for name, address in found.items())
    assert all(address.isascii() and " " not in address for address in found.values())


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_binder_is_given_the_branch_as_one_part_and_the_notebook_as_its_start(name):
    address = urlsplit(made("Binder")[name])
    assert address.netloc == "mybinder.org"
    assert address.path == "/v2/gh/ada-l/Course.notes/classes%2Fspring%2B1"
    assert parse_qs(address.query, strict_parsing=True) == {"urlpath": [f"lab/tree/notebooks/{name}"]}


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_nbgitpuller_is_given_the_project_the_branch_and_the_notebook_in_its_folder(name):
    address = urlsplit(made("JupyterHub")[name])
    assert f"{address.scheme}://{address.netloc}{address.path}" == (
        "https://hub.example.org/jupyter/hub/user-redirect/git-pull"
    )
    assert parse_qs(address.query, strict_parsing=True) == {
        "repo": ["https://github.com/ada-l/Course.notes"],
        "branch": ["classes/spring+1"],
        "urlpath": [f"lab/tree/Course.notes/notebooks/{name}"],
    }


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_colab_is_given_the_notebook_on_the_branch(name):
    address = made("Colab")[name]
    assert address == (
        f"https://colab.research.google.com/github/ada-l/Course.notes/blob/classes/spring%2B1/notebooks/{name}"
    )


def test_without_a_hub_there_is_no_link_to_one():
    assert made("JupyterHub", hub=None) == {}
    assert list(made("Binder", hub=None)) == NOTEBOOKS


def test_what_colab_needs_first_is_one_line():
    *_, last = links("ada/course", "v1.0")
    assert last.endswith("%pip install --quiet git+https://github.com/ada/course@v1.0")


@pytest.mark.parametrize(
    "repository",
    [
        "",
        "course",
        "ada/",
        "/course",
        "ada/course/more",
        "https://github.com/ada/course",
        "-ada/course",
        "ada/co urse",
        "ada/..",
        "ada/.",
        "ada/x?y=1",
        "ada/x#y",
        "ada\n/x",
        "ädä/x",
        f"{'a' * 40}/x",
        f"a/{'x' * 101}",
    ],
)
def test_what_is_no_project_on_github_is_refused_in_one_line(repository):
    with pytest.raises(Refused, match=r"^--repo: [^\n]* is not a project on GitHub of the form owner/name$"):
        list(links(repository, "main"))


@pytest.mark.parametrize("branch", ["", "-x", "a b", "a..b", "a//b", "a/", "a.lock", "a?b", "a#b", "a\nb", "ü", "a~1"])
def test_what_is_no_branch_is_refused_in_one_line(branch):
    with pytest.raises(Refused, match=r"^--branch: [^\n]* is not the name of a branch, tag or commit, such as main$"):
        list(links("ada/course", branch))


@pytest.mark.parametrize("branch", ["HEAD", "main", "v1.0", "x", "feature/one-2", "0a1b2c3"])
def test_usual_branches_are_taken(branch):
    assert len(list(links("ada/course", branch))) == 1 + 3 * len(NOTEBOOKS)


@pytest.mark.parametrize(
    "hub",
    [
        "",
        "hub",
        "ftp://hub.org",
        "hub.org",
        "https://",
        "https://hub.org?x=1",
        "https://hub.org/#x",
        "https://hub.org:port",
        "https://[::1",
        "https://hub.org/a b",
        "javascript:alert(1)",
        "https://u:p@hub.org",
    ],
)
def test_what_is_no_hub_is_refused_in_one_line(hub):
    with pytest.raises(Refused, match=r"^--hub: [^\n]* is not the address of a JupyterHub"):
        list(links("ada/course", "main", hub))


def test_the_command_prints_them_all():
    done = CliRunner().invoke(main, ["links", "--repo", "ada/course", "--hub", "http://localhost:8000"])
    assert done.exit_code == 0
    assert done.output.splitlines() == list(links("ada/course", "main", "http://localhost:8000"))


def test_the_command_refuses_in_one_line():
    done = CliRunner().invoke(main, ["links", "--repo", "course"])
    assert done.exit_code == 2 and done.stdout == ""
    assert done.stderr == "plgkit: --repo: 'course' is not a project on GitHub of the form owner/name\n"
