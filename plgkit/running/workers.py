"""Work given to processes, of which one may die: the others' work is not lost with it."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, CancelledError, Executor, Future, wait
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from typing import Any

AHEAD = 2
"""Tasks that are given to each process: none is ever idle, and few results wait to be fetched."""

ExecutorFactory = Callable[[], AbstractContextManager[tuple[Executor, int]]]
"""Opens an executor, and says how many tasks it does at a time."""


@dataclass(frozen=True)
class Task:
    """A function to call elsewhere; both it and its arguments can be pickled."""

    name: str
    function: Callable
    arguments: tuple = ()


class InlineExecutor(Executor):
    """An executor that does everything at once, in this process."""

    def submit(self, function: Callable, /, *arguments: Any, **named: Any) -> Future:
        future: Future = Future()
        try:
            future.set_result(function(*arguments, **named))
        except Exception as error:
            future.set_exception(error)
        return future


@contextmanager
def inline() -> Iterator[tuple[Executor, int]]:
    """An executor factory for this process alone."""
    yield InlineExecutor(), 1


class TaskRunner(ExitStack):
    """An executor that is opened when it is first needed, and anew when it breaks.

    Parameters
    ----------
    factory : callable
        Opens the executor.

    Examples
    --------
    >>> with TaskRunner(inline) as runner:
    ...     [(task.name, result) for task, result in runner.run([Task("three", len, ("abc",))])]
    [('three', 3)]
    """

    def __init__(self, factory: ExecutorFactory) -> None:
        super().__init__()
        self._factory = factory
        self._executor: Executor | None = None
        self._places = 1

    def run(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, Any]]:
        """Do tasks.

        Whichever task ends a process breaks a pool, and with it all that is under way. Those are then tried
        one at a time, so that only the one that did it fails.

        Parameters
        ----------
        tasks : iterable of Task

        Yields
        ------
        tuple of Task and its result or its exception
            In the order in which they end.
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
            self._executor, self._places = self.enter_context(self._factory())
        return self._executor.submit(task.function, *task.arguments)


def _result(future: Future) -> Any:
    try:
        return future.exception() or future.result()
    except CancelledError:
        return RuntimeError("it was cancelled: the executor has been closed, or the cluster is gone")
