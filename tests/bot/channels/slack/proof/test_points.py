"""Kills: shared out over the places, counted in a file, and done to the process itself."""

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.proving.points import KILLED, OUTSIDE, POINTS, Killer, Passed, plan


def test_five_hundred_kills_reach_every_place_at_least_fifty_times() -> None:
    lives = Counter(plan(500, 1))
    assert sum(lives.values()) == 500
    assert set(lives) == set(KILLED)
    assert min(lives.values()) >= 50


def test_the_order_of_the_places_is_chance_that_can_be_repeated() -> None:
    assert plan(90, 1) == plan(90, 1)
    assert plan(90, 1) != plan(90, 2)


def test_passings_are_counted_over_the_lives_of_a_process(tmp_path: Path) -> None:
    first = Passed(tmp_path / "points")
    first.add(POINTS[0])
    first.close()
    second = Passed(tmp_path / "points")
    second.add(POINTS[0])
    second.add(POINTS[7])
    assert {point: count for point, count in second.counts().items() if count} == {POINTS[0]: 2, POINTS[7]: 1}
    second.close()


def test_a_life_without_a_point_goes_on(tmp_path: Path) -> None:
    passed = Passed(tmp_path / "points")
    for point in ("", OUTSIDE):
        killer = Killer(passed, point, 1.0, 1)
        for place in POINTS:
            killer(place)
    assert set(passed.counts().values()) == {2}
    passed.close()


@pytest.mark.parametrize("chance", [1.0, 0.2])
def test_a_life_ends_at_its_point_by_a_signal_that_nothing_can_catch(tmp_path: Path, chance: float) -> None:
    code = (
        "import sys; from pathlib import Path; from tests.proving.points import Killer, Passed\n"
        "killer = Killer(Passed(Path(sys.argv[1])), 'before_post', float(sys.argv[2]), 3)\n"
        "try:\n    [killer(point) for _ in range(99) for point in ('after_ack', 'before_post')]\n"
        "finally:\n    print('caught')"
    )
    path = tmp_path / "points"
    ended = subprocess.run([sys.executable, "-c", code, str(path), str(chance)], capture_output=True, check=False)
    counted = Passed(path)
    counts = counted.counts()
    counted.close()
    assert ended.returncode == -9
    assert ended.stdout == b""
    assert counts["before_post"] == counts["after_ack"] > 0
    assert (counts["before_post"] == 1) is (chance == 1.0)
