"""Processes on this machine, and the same build on a cluster of Dask's."""

import sys

import pytest

from plgkit.running import cache, kernels, pool
from plgkit.support.errors import Refused
from plgkit.workshop.build.command import run
from plgkit.workshop.plan.plan import Plan

pytestmark = pytest.mark.slow

PLAN = Plan(lessons=["evidence"], teams=["Ada", "Grace"], editions=["attendee"])


@pytest.fixture
def distributed():
    return pytest.importorskip("distributed")


def test_a_cluster_makes_what_this_machine_makes(distributed, tmp_path):
    ways = {"here": {"only": ("01_evidence.ada",)}}
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster:
        ways["there"] = {"scheduler": cluster.scheduler_address}
        codes = [run(PLAN, tmp_path / name, ["plgkit"], **more) for name, more in ways.items()]
    assert codes == [0, 0]
    assert len(list((tmp_path / "there").glob("01_evidence.*"))) == 4
    for ending in ("html", "ipynb"):
        here, there = ((tmp_path / name / f"01_evidence.ada.{ending}").read_bytes() for name in ways)
        assert here == there


@pytest.mark.parametrize(
    ("address", "line"),
    [("tcp://127.0.0.1:9", "does not answer within"), ("127.0.0.1:9:9", "is not an address"), ("gone://x", "is not")],
)
def test_a_scheduler_that_does_not_answer_is_one_line(distributed, address, line, monkeypatch, tmp_path):
    monkeypatch.setattr(pool, "TIMEOUT", 1)
    with pytest.raises(Refused, match=f"--scheduler: {address} {line}") as refused:
        run(PLAN, tmp_path / "out", ["plgkit"], scheduler=address)
    assert "\n" not in str(refused.value) and not (tmp_path / "out").exists()


def test_a_cluster_without_workers_is_one_line(distributed, tmp_path):
    with (
        distributed.LocalCluster(n_workers=0, dashboard_address=None) as cluster,
        pytest.raises(Refused, match="has no workers; start some with dask worker"),
    ):
        run(PLAN, tmp_path, ["plgkit"], scheduler=cluster.scheduler_address)


def test_without_distributed_it_is_said_what_to_install(monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(Refused, match="--scheduler needs Dask: pip install distributed"):
        run(PLAN, tmp_path, ["plgkit"], scheduler="tcp://127.0.0.1:1")


def surroundings():
    """What a process of a pool was handed."""
    return cache.folder(), kernels.address()


def test_processes_on_this_machine_share_a_cache_and_the_fork_server():
    before = surroundings()
    with pool.local(2, fork=False) as (executor, places):
        assert places == 2
        folder, address = executor.submit(surroundings).result()
        assert folder == cache.folder() is not None and address is None
    assert surroundings() == before and not folder.exists()


@pytest.mark.skipif(not kernels.can_fork(), reason="kernels are not forked here")
def test_processes_fork_their_kernels_from_the_server_of_whoever_started_them(monkeypatch):
    monkeypatch.setattr(kernels, "_address", "a socket")
    with pool.local(1, fork=True) as (executor, _):
        assert executor.submit(surroundings).result()[1] == "a socket"


def test_three_processes_keep_two_cores_busy(monkeypatch):
    monkeypatch.setattr(pool, "cores", lambda: 2)
    assert pool.default_workers() == 3
