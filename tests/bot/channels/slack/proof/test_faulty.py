"""Exceptions put into parts: thrown now and then, noted, and nothing else is changed."""

import asyncio
from pathlib import Path

import pytest

from tests.proving.faulty import Faults, ThrownError


class Part:
    """Something with methods of both kinds."""

    name = "a part"

    def double(self, number: int) -> int:
        return 2 * number

    async def treble(self, number: int) -> int:
        return 3 * number


def test_the_first_call_of_a_named_method_and_every_third_throws_and_is_noted(tmp_path: Path) -> None:
    faults = Faults(("part.double", "part.treble", "other.double"), "their words", tmp_path / "thrown")
    part = faults.put_into("part", Part())
    with pytest.raises(ThrownError, match="their words"):
        part.double(4)
    assert [part.double(4), part.double(5)] == [8, 10]
    with pytest.raises(ThrownError):
        part.double(6)
    with pytest.raises(ThrownError):
        asyncio.run(part.treble(3))
    assert asyncio.run(part.treble(3)) == 9
    assert part.name == "a part"
    assert (tmp_path / "thrown").read_text().split() == ["part.double", "part.double", "part.treble"]


def test_a_part_without_faults_is_the_part_itself(tmp_path: Path) -> None:
    faults, part = Faults(("passages",), "their words", tmp_path / "thrown"), Part()
    assert faults.put_into("part", part) is part
    assert faults.function("other", part.double) == part.double
    passages = faults.function("passages", part.double)
    with pytest.raises(ThrownError):
        passages(3)
    assert passages(1) == 2
