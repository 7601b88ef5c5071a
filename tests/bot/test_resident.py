"""The garbage collector is off while modules load, and on again whatever happens; what is settled is set aside."""

import gc

import pytest

from bot import resident


def test_it_is_off_while_modules_load() -> None:
    with resident.loading():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_is_on_again_after_a_module_that_cannot_be_loaded() -> None:
    with pytest.raises(ImportError), resident.loading():
        raise ImportError
    assert gc.isenabled()


def test_what_is_there_is_set_aside_and_what_comes_is_not() -> None:
    before = gc.get_freeze_count()
    kept: list[list[int]] = [[] for _ in range(1000)]
    try:
        resident.settle()
        assert gc.get_freeze_count() >= before + len(kept)
        assert gc.get_count()[0] < len(kept)
    finally:
        gc.unfreeze()
