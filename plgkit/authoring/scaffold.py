"""A new lesson to begin from: an example that runs, under the names of the new one."""

import builtins
import importlib
import keyword
import re
import shutil
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from plgkit.authoring.refresh import KERNEL
from plgkit.course.catalogue import every_material, material
from plgkit.course.items import TESTS
from plgkit.course.material import Handout
from plgkit.support import folders
from plgkit.support.errors import Refused
from plgkit.support.files import write
from plgkit.support.names import RESERVED, excerpt

TEMPLATE = Path(__file__).with_name("template")
SLUG = re.compile(r"[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*", re.ASCII)
PYTHON = ("model", "idea", "lesson", "exercises", "test_idea", "test_lesson")
LONGEST = 40
ROW = re.compile(r"^\| \d\d \| \[.*\n", re.M)
CELL = re.compile(r"^%% (code|markdown)(.*)\n", re.M)


def add_lesson(slug: str) -> list[Path]:
    """Write a new lesson: model, idea (public by its name), folder, notebook, tests, and its row in the README.

    They hold a small example that passes its tests as it is, under the new lesson's names and the next
    number. Either all of them are written or none.

    Parameters
    ----------
    slug : str
        The lesson's name, up to 40 characters: lower case, words joined by "-", such as "small-bets".

    Returns
    -------
    list of Path
        The files that were written, the README last.

    Raises
    ------
    Refused
        The name is not of that form, means something else or is taken; or the package does not run out of
        a clone.
    """
    root = folders.PACKAGE.parent
    if not folders.in_clone():
        raise Refused("lessons are added to a clone of the project: clone it, and run the command there")
    if not SLUG.fullmatch(slug) or len(slug) > LONGEST:
        rule = f"up to {LONGEST} characters a to z and 0 to 9, words joined by -, such as small-bets"
        raise Refused(f"{excerpt(slug)} is not a lesson's name: {rule}")
    if slug.split("-")[0] == "test" or slug in TESTS:
        raise Refused(f"{slug} would be taken for a test; choose another name, such as small-bets")
    names = _names(slug)
    templates = {part: (TEMPLATE / f"{part}.txt").read_text("utf-8") for part in (*PYTHON, "notebook")}
    name, kind = names["small_bets"], names["SmallBets"]
    if RESERVED.fullmatch(name):
        raise Refused(f"{slug} is a device, not a file, on Windows; choose another name, such as {slug}-market")
    face = folders.PACKAGE / "__init__.pyi"
    public = face.read_text("utf-8")
    meant = any(re.search(rf"\b{kind}\b", templates[part]) for part in PYTHON) and slug != "small-bets"
    known = {*keyword.kwlist, *dir(builtins), *re.findall(r"import (\w+)", public), "plgkit"}
    folder, tests = folders.PACKAGE / "course" / "lessons" / name, root / "tests"
    targets = {
        "model": folders.PACKAGE / "models" / f"{name}.py",
        "idea": folders.PACKAGE / "ideas" / f"{name}.py",
        "package": folder / "__init__.py",
        "lesson": folder / "lesson.py",
        "exercises": folder / "exercises.py",
        "notebook": folders.notebooks() / f"{names['13']}_{name}.ipynb",
        "test_idea": tests / "ideas" / f"test_{name}.py",
        "test_lesson": tests / "course" / "lessons" / f"test_{name}.py",
    }
    others = folders.notebooks().glob(f"[0-9][0-9]_{name}.ipynb")
    places = (targets["idea"], targets["model"], folder, *targets.values(), *others)
    taken = next((target for target in places if target.exists()), None)
    if taken:
        raise Refused(f"{taken.relative_to(root)} is there already; choose another name")
    if meant or {name, kind} & known:
        raise Refused(f"{slug} means something else in Python or in a lesson's file; choose another name")
    texts = {part: _named(template, names) for part, template in templates.items()} | {"package": ""}
    texts["notebook"] = nbformat.writes(_notebook(texts["notebook"])) + "\n"
    try:
        folder.mkdir()
        for part, target in targets.items():
            write(target, texts[part])
        write(face, _with_idea(public, name, kind))
        return [*targets.values(), face, _in_readme(root / "README.md", slug)]
    except Refused:
        for target in targets.values():
            target.unlink(missing_ok=True)
        shutil.rmtree(folder, ignore_errors=True)
        face.write_text(public, "utf-8")
        raise


def _with_idea(public: str, module: str, kind: str) -> str:
    """The list of public names with an idea among the others, in the order of their modules."""
    others = [line for line in public.splitlines() if line.startswith("from .ideas.")]
    line = f"from .ideas.{module} import {kind} as {kind}"
    before = max((other for other in others if other < line), default=others[0])
    return public.replace(f"{before}\n", f"{before}\n{line}\n", 1)


def _in_readme(readme: Path, slug: str) -> Path:
    """Put the lesson's row below the last one."""
    importlib.invalidate_caches()
    text = readme.read_text("utf-8")
    *_, last = ROW.finditer(text)
    return write(readme, f"{text[: last.end()]}{row(material(slug))}\n{text[last.end() :]}")


def row(lesson: Handout) -> str:
    """The README's line of a lesson."""
    link = f"[{lesson.title}](notebooks/{lesson.notebook})"
    workshop, alone = lesson.minutes
    return f"| {lesson.number:02} | {link} | {lesson.question} | {workshop} min | {alone} min |"


def _names(slug: str) -> dict[str, str]:
    """The example's names, and what takes their place."""
    words = slug.split("-")
    number = max((lesson.number for lesson in every_material()), default=0) + 1
    return {
        "small_bets": "_".join(words),
        "small-bets": slug,
        "SmallBets": "".join(word.capitalize() for word in words),
        "Small bets": " ".join(words).capitalize(),
        "13": f"{number:02}",
    }


def _named(text: str, names: dict[str, str]) -> str:
    # Where the number stands as one, it has no leading zero.
    for place in ("number=13", "Lesson 13"):
        text = text.replace(place, place.replace("13", str(int(names["13"]))))
    for example, name in names.items():
        text = text if example == "13" else text.replace(example, name)
    return text


def _notebook(text: str) -> nbformat.NotebookNode:
    """The cells of the template: a heading line before each says of what kind and with which tags."""
    kinds, tags = ["markdown"], [""]
    sources: list[str] = []
    for number, piece in enumerate(CELL.split(text)):
        (sources, kinds, tags)[number % 3].append(piece.strip("\n") if number % 3 == 0 else piece)
    cells = []
    for index, (kind, tagged, source) in enumerate(zip(kinds, tags, sources, strict=True)):
        make = new_code_cell if kind == "code" else new_markdown_cell
        metadata = {"tags": tagged.split()} if tagged.split() else {}
        cells.append(make(source, id=f"c{index:02}", metadata=metadata))
    return new_notebook(cells=cells, metadata={"kernelspec": KERNEL, "language_info": {"name": "python"}})
