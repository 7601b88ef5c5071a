"""An index published by one replica is read by all, and swapped in while they search."""

import shutil
import threading
import time
from datetime import timedelta

import pytest

from knowledge.index import chroma_store, index_folder
from tests.bot.adapters.shared_index.hospital import Hospital, files, searcher, words
from tests.knowledge.small_library import CARDS

pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # see tests/chroma_server

SEARCHERS = 4


def test_what_one_publishes_another_reads_and_an_empty_folder_is_filled(either: Hospital) -> None:
    one, two = either.replica("one"), either.replica("two")
    assert not two.look(words), "nothing is published"
    version = either.builds(one)
    name, size = one.publish()
    assert name == version
    assert size == sum(map(len, files(one.root, version).values()))
    assert two.look(words)
    assert files(two.root, version) == files(one.root, version)
    card, passage, _, when = CARDS[0]
    best = searcher(two).search(when).hits[0]
    assert (best.card, best.passage) == (card, passage)
    assert not two.look(words), "it has it"
    assert not one.look(words), "it is its own"


def test_until_the_first_is_published_a_ready_made_one_is_read(here: Hospital) -> None:
    one, two, ready = here.replica("one"), here.replica("two"), here.replica("ready")
    two.begin_with(two.root)
    assert not (two.root / "current").exists(), "there is none"
    made = here.builds(ready)
    assert not two.look(words)
    two.begin_with(ready.root)
    assert files(two.root, made) == files(ready.root, made)
    assert searcher(two).search(CARDS[0][3]).hits
    other = here.builds(one, "A second text on meetings.")
    one.publish()
    assert two.look(words)
    two.begin_with(ready.root)
    assert index_folder.current_version(two.root) == other


def test_it_is_swapped_in_while_searches_run_and_none_fails(here: Hospital) -> None:
    one, two = here.replica("one"), here.replica("two")
    here.builds(one)
    one.publish()
    two.look(words)
    stop, errors, seen = threading.Event(), [], set()
    both = (searcher(one), searcher(two))

    def searches(number: int) -> None:
        while not stop.is_set():
            try:
                found = both[number % 2].search(CARDS[number % len(CARDS)][3])
                seen.add((number % 2, both[number % 2].version))
                assert found.hits
            except Exception as error:  # noqa: BLE001 - any at all fails the test
                errors.append(error)

    threads = [threading.Thread(target=searches, args=(number,)) for number in range(SEARCHERS)]
    for thread in threads:
        thread.start()
    versions = []
    for extra in ("A second text on meetings.", "A third text on rotas.", "A fourth text on theatre lists."):
        versions.append(here.builds(one, extra))
        one.publish()
        two.look(words)
        until = time.monotonic() + 20
        while not {(0, versions[-1]), (1, versions[-1])} <= seen and time.monotonic() < until:
            time.sleep(0.01)
    stop.set()
    for thread in threads:
        thread.join()
    assert errors == []
    assert {(which, version) for which in (0, 1) for version in versions} <= seen


def test_old_ones_go_when_nobody_alive_reads_them_and_the_one_before_stays(here: Hospital) -> None:
    one, two, late = here.replica("one"), here.replica("two"), here.replica("late")
    made = []
    for number in range(4):
        made.append(here.builds(one, f"Text number {number} on handover."))
        one.publish()
        one.look(words)
        if number == 0:
            late.look(words)
        two.look(words)
    assert here.versions() == {made[0], made[2], made[3]}, "late reads the first one"
    here.now += timedelta(minutes=5)
    made.append(here.builds(one, "The last text on handover."))
    one.publish()
    assert here.versions() == {made[3], made[4]}
    assert chroma_store.stored(one.root / made[3], here.vectors) > 0
    for gone in made[:3]:
        shutil.copytree(one.root / made[4], one.root / gone, dirs_exist_ok=True)  # only the names are asked for
        assert chroma_store.stored(one.root / gone, here.vectors) == 0
    assert late.look(words), "who comes back is brought up to date"
