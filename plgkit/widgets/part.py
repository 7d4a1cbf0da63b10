"""Parts of a page: what the front end draws, alive in a notebook and stored where no kernel runs."""

import os
from collections.abc import Iterable, Mapping
from functools import cache
from html import escape
from typing import Any
from uuid import uuid4

import anywidget
import traitlets
from IPython.display import publish_display_data
from pydantic import TypeAdapter, ValidationError

from plgkit.support import folders
from plgkit.support.errors import Refused, visible
from plgkit.support.names import excerpt
from plgkit.widgets import payloads, storage, styles
from plgkit.widgets.interpreter import digest, interpreter_bytes

STATIC = folders.static()
MIME = "application/vnd.plgkit.part+json"
"""What a plain page needs to draw a part without a kernel; notebooks show the outputs beside it."""


NO_WIDGETS = (
    "This place shows no widgets. Open the notebook in JupyterLab, in Notebook 7 or in VS Code with its Jupyter "
    "extension; or set the environment variable PLGKIT_OUTPUT to stored before the kernel starts, for pictures instead."
)
"""What a reader sees where the widget beside it cannot be drawn."""

LONGEST_ID, LONGEST_LINE = 100, 500
"""The most characters of a request's id, and of a line that answers it."""


def keeps_stored() -> bool:
    """Whether a notebook that is saved would lose what is stored in it.

    JupyterLab and Notebook store nothing of a widget but its name, which no later kernel knows. There a second
    output stands under each part, hidden while the part lives: what a notebook holds that nobody has run.

    Returns
    -------
    bool
    """
    return "JPY_SESSION_NAME" in os.environ and not {"VOILA_BASE_URL", "VSCODE_PID"} & os.environ.keys()


def live() -> bool:
    """Whether somebody may be looking at this kernel: then parts are widgets, otherwise stored outputs.

    JupyterLab, Notebook and Voilà name the session or the server to their kernels, VS Code and Colab
    leave their own marks; papermill, nbval and nbconvert do none of it. `PLGKIT_OUTPUT=live` or `stored`
    decides where that is wrong.

    Returns
    -------
    bool
    """
    decision = os.environ.get("PLGKIT_OUTPUT")
    if decision:
        return decision == "live"
    marks = ("JPY_SESSION_NAME", "VOILA_BASE_URL", "VSCODE_PID", "COLAB_RELEASE_TAG")
    return any(mark in os.environ for mark in marks)


class _Library(anywidget.AnyWidget):
    """Carries the chart library to the page: once, not with every chart."""

    _esm = "export default { render() {} }"
    gzip = traitlets.Bytes().tag(sync=True)


def library_bytes() -> bytes:
    """The chart library.

    Returns
    -------
    bytes
        An ES module, compressed by gzip.

    Raises
    ------
    Refused
        The package was not built.
    """
    try:
        return (STATIC / "vega.js.gz").read_bytes()
    except FileNotFoundError:
        raise Refused(
            "plgkit/widgets/static/vega.js.gz is missing: the charts' library is made when the package is installed; "
            "run pip install --editable . in the project's folder"
        ) from None


@cache
def _library() -> _Library:
    return _Library(gzip=library_bytes())


class _Interpreter(anywidget.AnyWidget):
    """Carries what runs the models to the page: once, with the first explorer."""

    _esm = "export default { render() {} }"
    gzip = traitlets.Bytes().tag(sync=True)
    digest = traitlets.Unicode().tag(sync=True)


@cache
def _interpreter() -> _Interpreter:
    return _Interpreter(gzip=interpreter_bytes(), digest=digest())


class _Widget(anywidget.AnyWidget):
    """The front end with what it draws; questions to the kernel come as messages."""

    _esm = STATIC / "notebook.js"
    _css = styles.notebook_styles()
    payload = traitlets.Dict().tag(sync=True)
    library = traitlets.Unicode().tag(sync=True)
    interpreter = traitlets.Unicode().tag(sync=True)
    stored = traitlets.Unicode().tag(sync=True)

    def __init__(self, part: "Part", stored: str = "") -> None:
        payload = part.payload()
        interpreter = _interpreter().model_id if "model" in payload else ""
        super().__init__(payload=payload, library=_library().model_id, interpreter=interpreter, stored=stored)
        self._part = part
        self.on_msg(lambda _widget, message, _buffers: self._answer(message))

    def _answer(self, message: Any) -> None:
        number = message.get("id") if isinstance(message, dict) else None
        # The reply bears it, so it has to be one that can be sent.
        whole = type(number) is int and abs(number) < 2**53
        known = whole or (isinstance(number, str) and len(number) <= LONGEST_ID and number.isprintable())
        head = {"id": number} if known else {}
        last = {}
        try:
            request = _request(message)
            if not known:
                raise Refused("This could not be done: the request has no id that its answer could bear.")
            if request["want"] == "store":
                self._store(request["picture"])
            else:
                for reply in self._part.replies(request):
                    self.send(head | {"done": False} | reply)
        except Refused as refusal:
            last = {"refused": _line(str(refusal))}
        except Exception as error:  # whatever happens, the reader gets an answer
            last = {"refused": _line(f"This could not be done: {type(error).__name__}: {error}")}
        self.send(head | {"done": True} | last)

    def _store(self, picture: str) -> None:
        """Put what the notebook is to keep, with a still drawn by the page, into the output below the part."""
        with storage.with_still(picture):
            data = self._part.stored()
        publish_display_data(data, transient={"display_id": self.stored}, update=True)


class _Request(dict):
    """A request of the front end; what it lacks is refused where it is needed."""

    def __missing__(self, key: str) -> Any:
        raise Refused(f"This could not be done: the request has no {key}.")


def _request(message: Any) -> _Request:
    """A message as a request, its values of the types that the contract states."""
    if not isinstance(message, dict):
        raise Refused(f"This could not be done: {excerpt(message)} is not a request.")
    request = _Request({key: value for key, value in message.items() if key != "id"})
    try:
        _contract().validate_python(request, strict=True)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        if first["type"] == "missing":
            raise Refused(f"This could not be done: the request has no {place}.") from None
        raise Refused(f"This could not be done: {place} of the request: {excerpt(first['input'])}.") from None
    return request


@cache
def _contract() -> TypeAdapter:
    return TypeAdapter(payloads.Request)


def _line(text: str) -> str:
    line = visible(" ".join(text.split()))
    return line if len(line) <= LONGEST_LINE else f"{line[: LONGEST_LINE - 1]}…"


class Part:
    """A thing on a page. A subclass says what is drawn, how messages are answered, what is stored."""

    def payload(self) -> Mapping[str, Any]:
        """What the front end draws.

        Returns
        -------
        dict
            Plain JSON; `kind` says how it is drawn, `title` what it is called.
        """
        raise TypeError(f"{type(self).__name__} has no payload()")

    def replies(self, message: dict) -> Iterable[dict[str, Any]]:
        """Replies to a message of the front end.

        Parameters
        ----------
        message : dict
            `want` says what is requested.

        Returns
        -------
        iterable of dict
            Plain JSON, sent one by one.

        Raises
        ------
        Refused
            What cannot be requested of this part.
        """
        raise Refused(f"{message.get('want')} cannot be asked of this part")

    def stored(self) -> dict[str, Any]:
        """The outputs where no kernel runs.

        Returns
        -------
        dict
            By MIME type.
        """
        payload = self.payload()
        return {MIME: payload, "text/html": self.still(payload), "text/plain": payload["title"]}

    def still(self, payload: Mapping[str, Any]) -> str:
        """The part as plain HTML, for readers that run nothing.

        Parameters
        ----------
        payload : dict
            As `payload()` gives it.

        Returns
        -------
        str
            Escaped.
        """
        return f"<p>{escape(payload['title'])}</p>"

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {_line(self.payload()['title'])}>"

    def begun(self) -> dict[str, Any]:
        """What is stored at once below a living part; the rest follows when the page has drawn it.

        Returns
        -------
        dict
            By MIME type.
        """
        return self.stored()

    def _ipython_display_(self) -> None:
        if not (live() and keeps_stored()):
            raise NotImplementedError  # then IPython asks for the bundle below
        name = uuid4().hex
        widget = _Widget(self, stored=name)
        data, metadata = _bundle(widget)
        publish_display_data(data, metadata)
        publish_display_data(self.begun(), transient={"display_id": name})

    def _repr_mimebundle_(self, **_: Any) -> Any:
        return _bundle(_Widget(self)) if live() else self.stored()


def _bundle(widget: _Widget) -> tuple[dict[str, Any], dict[str, Any]]:
    data, metadata = widget._repr_mimebundle_()
    return data | {"text/plain": f"{widget.payload['title']}. {NO_WIDGETS}"}, metadata
