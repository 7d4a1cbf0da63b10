"""Work given to processes, of which one may die: the others' work is not lost with it."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, CancelledError, Executor, Future, wait
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from typing import Any

AHEAD = 2
"""Tasks that are given to each process: none is ever idle, and few results wait to be fetched."""

Open = Callable[[], AbstractContextManager[tuple[Executor, int]]]
"""Opens an executor, and says how many tasks it does at a time."""


@dataclass(frozen=True)
class Task:
    """A function to call elsewhere; both it and its arguments can be pickled."""

    name: str
    function: Callable
    arguments: tuple = ()


class Here(Executor):
    """An executor that does everything at once, in this process."""

    @classmethod
    @contextmanager
    def alone(cls) -> Iterator[tuple[Executor, int]]:
        """One such executor."""
        yield cls(), 1

    def submit(self, function: Callable, /, *arguments: Any, **named: Any) -> Future:
        future: Future = Future()
        try:
            future.set_result(function(*arguments, **named))
        except Exception as error:
            future.set_exception(error)
        return future


class Crew(ExitStack):
    """An executor that is opened when it is first needed, and anew when it breaks."""

    def __init__(self, open_one: Open) -> None:
        super().__init__()
        self._open = open_one
        self._executor: Executor | None = None
        self._places = 1

    def run(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, Any]]:
        """Each task with its result or its exception, in the order in which they end.

        Whichever task ends a process breaks a pool, and with it all that is under way. Those are then tried
        one at a time, so that only the one that did it fails.
        """
        queue, suspects = deque(tasks), deque[Task]()
        running: dict[Future, Task] = {}
        while queue or suspects or running:
            source, room = (suspects, 1) if suspects else (queue, AHEAD * self._places)
            alone = source is suspects
            try:
                while source and len(running) < room:
                    running[self._submit(source[0])] = source[0]
                    source.popleft()
                    room = 1 if alone else AHEAD * self._places
                broken = False
                ended = wait(running, return_when=FIRST_COMPLETED).done
                for future in [future for future in running if future in ended]:
                    result = _result(future)
                    if isinstance(result, BrokenExecutor):
                        broken = True
                    else:
                        yield running.pop(future), result
            except BrokenExecutor:
                broken = True
            if broken:
                self._executor = None
                self.close()
                if alone:
                    yield running.popitem()[1], RuntimeError("its process was ended, perhaps for want of memory")
                suspects.extend(running.values())
                running.clear()

    def _submit(self, task: Task) -> Future:
        if self._executor is None:
            self._executor, self._places = self.enter_context(self._open())
        return self._executor.submit(task.function, *task.arguments)


def _result(future: Future) -> Any:
    try:
        return future.exception() or future.result()
    except CancelledError:
        return RuntimeError("it was cancelled: the executor has been closed, or the cluster is gone")
