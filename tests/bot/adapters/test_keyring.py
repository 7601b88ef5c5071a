"""The master keys: the newest seals, older ones open, and what the file has now is found without a restart."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bot.adapters.keyring import Keyring
from bot.adapters.sealing import Sealer, load_keys, load_or_make_keys, replace_keys
from bot.errors import CoachError

PLACE, ELSEWHERE = "keys|T1:U1|wrapped", "keys|T1:U2|wrapped"
OLD, NEW, DATA = b"o" * 32, b"n" * 32, b"d" * 32


@pytest.fixture
def path(tmp_path: Path) -> Path:
    replace_keys(tmp_path / "key", (OLD,))
    return tmp_path / "key"


def test_the_newest_seals_and_all_open(path: Path) -> None:
    old = Keyring.of(path).wrap(DATA, PLACE)
    replace_keys(path, (NEW, OLD))
    both = Keyring.of(path)
    assert both.unwrap(old, PLACE) == DATA
    wrapped = both.wrap(DATA, PLACE)
    assert wrapped.startswith(both.headers[0])
    assert old.startswith(both.headers[1])
    assert Keyring((NEW,)).unwrap(wrapped, PLACE) == DATA


def test_a_key_that_came_into_the_file_meanwhile_is_found(path: Path) -> None:
    running = Keyring.of(path)
    replace_keys(path, (NEW, OLD))
    assert running.unwrap(Keyring((NEW,)).wrap(DATA, PLACE), PLACE) == DATA


def test_what_is_wrapped_is_wrapped_with_what_is_first_in_the_file_now(path: Path) -> None:
    running = Keyring.of(path)
    replace_keys(path, (NEW,))
    assert Sealer.key_id_in(running.wrap(DATA, PLACE)) == Sealer(NEW).key_id


def test_a_key_that_is_not_in_the_file_is_refused_and_the_file_named(path: Path) -> None:
    with pytest.raises(CoachError, match=path.name) as refused:
        Keyring.of(path).unwrap(Keyring((NEW,)).wrap(DATA, PLACE), PLACE)
    assert refused.value.code == "sealed"


def test_a_key_file_that_is_gone_is_not_made_anew_while_the_coach_runs(path: Path) -> None:
    running = Keyring.of(path)
    wrapped = running.wrap(DATA, PLACE)
    path.unlink()
    assert running.unwrap(wrapped, PLACE) == DATA
    with pytest.raises(CoachError, match="put it back"):
        running.wrap(DATA, PLACE)
    assert not path.exists()


def test_what_is_wrapped_opens_in_its_own_place_only(path: Path) -> None:
    keyring = Keyring.of(path)
    wrapped = keyring.wrap(DATA, PLACE)
    assert keyring.sealer(wrapped, PLACE).key_id == Sealer(DATA).key_id
    for unwrap in (keyring.unwrap, keyring.sealer):
        with pytest.raises(CoachError):
            unwrap(wrapped, ELSEWHERE)


def test_it_remembers_no_more_than_so_many_and_threads_may_share_it(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.adapters.keyring._UNWRAPPED_AT_ONCE", 5)
    keyring = Keyring.of(path)
    wrapped = {n: keyring.wrap(bytes([n]) * 32, f"place {n}") for n in range(40)}
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda n: keyring.sealer(wrapped[n % 40], f"place {n % 40}").key_id, range(800)))
    assert found == [Sealer(bytes([n % 40]) * 32).key_id for n in range(800)]
    assert len(keyring._unwrapped) == 5


def test_a_store_in_memory_has_a_key_that_goes_with_it(tmp_path: Path) -> None:
    fleeting = Keyring.for_store("sqlite://", tmp_path / "none")
    assert not (tmp_path / "none").exists()
    with pytest.raises(CoachError):
        Keyring.for_store("sqlite://", tmp_path / "none").unwrap(fleeting.wrap(DATA, PLACE), PLACE)
    lasting = Keyring.for_store("sqlite:///coach.db", tmp_path / "key")
    again = Keyring.for_store("sqlite:///coach.db", tmp_path / "key")
    assert again.unwrap(lasting.wrap(DATA, PLACE), PLACE) == DATA


def test_a_keyring_without_a_key_is_refused() -> None:
    with pytest.raises(CoachError, match="without a key"):
        Keyring(())


def test_processes_that_make_the_first_key_at_once_have_the_same(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        made = set(pool.map(lambda _: load_or_make_keys(tmp_path / "new" / "key"), range(16)))
    assert len(made) == 1
    assert [one.name for one in (tmp_path / "new").iterdir()] == ["key"]


def test_who_reads_while_keys_are_replaced_finds_all_of_them_or_none(path: Path) -> None:
    kinds = ((OLD,), (NEW, OLD), (NEW,))

    def replace() -> None:
        for number in range(60):
            replace_keys(path, kinds[number % 3])

    async def scenario() -> set[tuple[bytes, ...]]:
        replacing = asyncio.to_thread(replace)
        reading = asyncio.to_thread(lambda: {load_keys(path) for _ in range(300)})
        return (await asyncio.gather(reading, replacing))[0]

    assert asyncio.run(scenario()) <= set(kinds)
