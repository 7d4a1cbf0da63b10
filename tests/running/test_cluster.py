"""The same build on a cluster of Dask's, with real processes."""

import sys

import pytest

from plgkit.running import pool
from plgkit.support.errors import Refused
from plgkit.workshop.build.command import run
from plgkit.workshop.plan.plan import Plan

pytestmark = pytest.mark.slow

distributed = pytest.importorskip("distributed")
PLAN = Plan(lessons=["evidence"], teams=["Ada", "Grace"], editions=["attendee"])


def test_a_cluster_makes_what_this_machine_makes(tmp_path):
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
    ("address", "said"),
    [("tcp://127.0.0.1:9", "does not answer within"), ("127.0.0.1:9:9", "is not an address"), ("gone://x", "is not")],
)
def test_a_scheduler_that_does_not_answer_is_one_line(address, said, monkeypatch, tmp_path):
    monkeypatch.setattr(pool, "TIMEOUT", 1)
    with pytest.raises(Refused, match=f"--scheduler: {address} {said}") as refused:
        run(PLAN, tmp_path / "out", ["plgkit"], scheduler=address)
    assert "\n" not in str(refused.value) and not (tmp_path / "out").exists()


def test_a_cluster_without_workers_is_one_line(tmp_path):
    with (
        distributed.LocalCluster(n_workers=0, dashboard_address=None) as cluster,
        pytest.raises(Refused, match="has no workers; start some with dask worker"),
    ):
        run(PLAN, tmp_path, ["plgkit"], scheduler=cluster.scheduler_address)


def test_without_distributed_it_is_said_what_to_install(monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(Refused, match="--scheduler needs Dask: pip install distributed"):
        run(PLAN, tmp_path, ["plgkit"], scheduler="tcp://127.0.0.1:1")
