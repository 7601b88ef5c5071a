"""A publishing or fetching that is cut off, damaged or not for this replica changes nothing."""

import asyncio
import logging
from pathlib import Path

import pytest
from sqlalchemy import Connection, Update, update

from bot.adapters.store import published
from bot.adapters.store.shared_tables import INDEX_PARTS
from bot.compose_slack import _Following
from bot.errors import CoachError
from knowledge.index import chroma_store, index_folder
from tests.bot.adapters.shared_index.hospital import Hospital, searcher, words
from tests.chroma_server import ChromaServer
from tests.knowledge.small_library import CARDS

pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # see tests/chroma_server


class CutOffError(Exception):
    """The process ends here."""


def test_a_publishing_that_is_cut_off_leaves_the_old_one_in_use(
    either: Hospital, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = either.replica("one"), either.replica("two")
    first = either.builds(one)
    one.publish()
    two.look(words)
    second = either.builds(one, "A second text on meetings.")
    before = either.count(INDEX_PARTS)

    def dies(*_: object) -> None:
        raise CutOffError

    monkeypatch.setattr(published, "point_at", dies)
    with pytest.raises(CutOffError):
        one.publish()
    monkeypatch.undo()
    assert either.count(INDEX_PARTS) == before
    assert not two.look(words)
    assert index_folder.current_version(two.root) == first
    one.publish()
    assert two.look(words)
    assert index_folder.current_version(two.root) == second


def test_a_fetching_that_is_cut_off_or_damaged_leaves_the_old_one_in_use(
    here: Hospital, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = here.replica("one"), here.replica("two")
    first = here.builds(one)
    one.publish()
    two.look(words)
    second = here.builds(one, "A second text on meetings.")
    one.publish()
    whole = published.part
    calls = iter(range(1000))

    def dies(*given: object) -> bytes | None:
        if next(calls) == 3:
            raise CutOffError
        return whole(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(published, "part", dies)
    with pytest.raises(CutOffError):
        two.look(words)
    monkeypatch.undo()
    assert index_folder.current_version(two.root) == first
    assert {one.name for one in two.root.glob("index-*")} == {first}
    here.writer.submit(lambda connection: connection.execute(_damage(second)).rowcount).result()
    with pytest.raises(CoachError) as refused:
        two.look(words)
    assert "did not come whole" in str(refused.value)
    assert index_folder.current_version(two.root) == first
    assert {one.name for one in two.root.glob("*index-*")} == {first, f"cards-{first}.json"}


def _damage(version: str) -> Update:
    return update(INDEX_PARTS).where(INDEX_PARTS.c.version == version, INDEX_PARTS.c.part == 0).values(content=b"other")


def test_one_of_another_encoder_is_left_alone_and_told_once(here: Hospital, caplog: pytest.LogCaptureFixture) -> None:
    one, two = here.replica("one"), here.replica("two")
    first = here.builds(one)
    one.publish()
    two.look(words)
    here.builds(one, encoder="newer")
    one.publish()
    with caplog.at_level(logging.WARNING):
        assert not two.look(words)
        assert not two.look(words)
    assert [record.getMessage() for record in caplog.records if "another encoder" in record.getMessage()] == [
        "the published index was made with another encoder: the old one stays in use"
    ]
    assert index_folder.current_version(two.root) == first
    assert searcher(two).search(CARDS[0][3]).hits


def test_nothing_is_published_that_chroma_does_not_hold(here: Hospital, server: ChromaServer) -> None:
    one = here.replica("one")
    here.builds(one)
    server.stop()
    with pytest.raises(CoachError) as refused:
        one.publish()
    assert "COACH_CHROMA" in str(refused.value)
    assert here.versions() == set()
    server.start()
    assert one.publish()[0] in here.versions()


def test_whoever_follows_looks_again_and_again_and_outlives_a_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    looks: list[int] = []
    stop = asyncio.Event()

    class Shared:
        """Fails at the first look."""

        def look(self, _encoder: object) -> bool:
            looks.append(1)
            if len(looks) == 1:
                message = "words of a path"
                raise OSError(message)
            loop.call_soon_threadsafe(stop.set)
            return True

    async def run() -> None:
        async with asyncio.timeout(20):
            await _Following(Shared(), words).run(stop)  # type: ignore[arg-type]

    monkeypatch.setattr("bot.compose_slack._LOOK_EVERY", 0.01)
    loop = asyncio.new_event_loop()
    loop.run_until_complete(run())
    loop.close()
    assert len(looks) >= 2
    assert "could not be had" in caplog.text
    assert "words of a path" not in caplog.text


def test_one_that_is_gone_before_it_is_fetched_is_told(
    here: Hospital, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    one, two = here.replica("one"), here.replica("two")
    here.builds(one)
    one.publish()
    monkeypatch.setattr(published, "version", lambda *_: None)
    with caplog.at_level(logging.WARNING):
        assert not two.look(words)
    assert any("not kept any more" in record.getMessage() for record in caplog.records)


def test_one_that_was_taken_out_of_chroma_meanwhile_is_not_published(
    here: Hospital, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = here.replica("one")
    name = here.builds(one)
    hold = published.hold

    def others_prune(connection: Connection) -> None:
        hold(connection)
        chroma_store.forget(one.root / name, here.vectors)

    monkeypatch.setattr(published, "hold", others_prune)
    with pytest.raises(CoachError, match="Chroma holds 0 of"):
        one.publish()
    assert here.versions() == set()
