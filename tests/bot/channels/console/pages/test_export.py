"""A mentor's own reviews as files, under the filter in the address."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

import pytest

from bot.mentoring.events import EventKind, NewEvent
from bot.ports.reviewing import Export, Filter
from tests.bot.channels.console import talks
from tests.bot.channels.console.fakes import MemoryReviewing
from tests.bot.channels.console.pages.conftest import Desk
from tests.bot.channels.console.world import MENTOR, OTHER, TRAINER


@dataclass
class Asked(MemoryReviewing):
    """Remembers what it was asked for."""

    filters: list[Filter] = field(default_factory=list)

    async def export(self, mentor_id: str, which: Filter, now: datetime) -> Sequence[Export]:
        self.filters.append(which)
        return await super().export(mentor_id, which, now)


def reviewed(desk: Desk) -> str:
    done = talks.by(MENTOR, desk.world.clock.now(), NewEvent(EventKind.COMMENTED, 1, text="=1+1"))
    return talks.put(desk.world, events=done)


@pytest.mark.parametrize(
    ("path", "media_type", "beginning"),
    [("/export.csv", "text/csv", b'\xef\xbb\xbf"share",'), ("/export.jsonl", "application/jsonl", b'{"share"')],
)
def test_the_file_is_one_to_keep_with_its_day_in_its_name(
    desk: Desk, path: str, media_type: str, beginning: bytes
) -> None:
    reviewed(desk)
    answer = desk.get(path)
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith(media_type)
    ending = path.rpartition(".")[2]
    assert answer.headers["content-disposition"] == f'attachment; filename="reviews-2026-11-22.{ending}"'
    assert answer.content.startswith(beginning)


def test_no_word_of_a_conversation_is_in_it_and_no_cell_is_run(desk: Desk) -> None:
    reviewed(desk)
    for path in ("/export.csv", "/export.jsonl"):
        assert "handover" not in desk.page(path)
    assert ',"\'=1+1",' in desk.page("/export.csv")


def test_it_holds_what_the_filter_in_the_address_lets_through(desk: Desk) -> None:
    asked = Asked(desk.world.staff, desk.world.record, desk.world.reviewing.shares)
    desk.change(reviewing=asked)
    desk.page("/export.csv?flagged=1&q=night")
    desk.page("/export.jsonl?order=oldest")
    assert asked.filters == [Filter(search="night", flagged=True), Filter(oldest_first=True)]


@pytest.mark.parametrize("path", ["/export.csv", "/export.jsonl"])
def test_others_get_nothing_of_it(desk: Desk, path: str) -> None:
    share_id = reviewed(desk)
    assert share_id not in desk.page(path, OTHER)
    assert desk.get(path, TRAINER).status_code == 404
