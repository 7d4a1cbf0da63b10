import multiprocessing
import os
import signal
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager

import pytest

from plgkit.running.workers import Task, TaskRunner

pytestmark = pytest.mark.slow

opened = []


@contextmanager
def two_processes():
    opened.append(1)
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as executor:
        yield executor, 2


def double(number):
    if number < 0:
        os.kill(os.getpid(), signal.SIGKILL)
    if number == 0:
        raise ValueError("nothing to double")
    return 2 * number


def test_a_process_that_is_killed_loses_its_own_task_only():
    opened.clear()
    with TaskRunner(two_processes) as runner:
        tasks = [Task(str(number), double, (number,)) for number in (1, 2, -1, 3, 0, 4)]
        results = {task.name: result for task, result in runner.run(tasks)}
    assert {name: results.pop(name) for name in "1234"} == {"1": 2, "2": 4, "3": 6, "4": 8}
    assert str(results["-1"]) == "its process was ended, perhaps for want of memory"
    assert repr(results["0"]) == "ValueError('nothing to double')"
    # Broken once among the others and once alone; a third pool is for what was left, if anything was.
    assert 2 <= len(opened) <= 3


def test_without_tasks_nothing_is_opened():
    opened.clear()
    with TaskRunner(two_processes) as runner:
        assert list(runner.run([])) == [] and opened == []
