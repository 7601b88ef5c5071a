"""The sample talks: read strictly, held and shared as doctors do, and added once."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pydantic import ValidationError

from bot.adapters.store.engine import open_engine
from bot.adapters.store.mentoring.reviewing import SqlReviewing
from bot.adapters.store.mentoring.sharing import SqlSharing
from bot.adapters.store.mentoring.staff import SqlStaff
from bot.adapters.store.people import SqlPeople
from bot.adapters.store.post import SqlPostOffice
from bot.adapters.store.writer import Writer
from bot.coaching import identifiers
from bot.errors import CoachError
from bot.mentoring.events import EventKind
from bot.ports.reviewing import Filter
from bot.ports.staff import Colleague, Role
from bot.samples.holding import Mentors, Store, fill
from bot.samples.talks import TEAM, Sample, load
from evals.rubric.criteria import CRITERIA, OF_REPLY
from knowledge import names
from tests.bot.small_world import coach

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
FIRST, SECOND = f"{TEAM}:first", f"{TEAM}:second"
MENTORS = Mentors(FIRST, SECOND)


@contextmanager
def store(*mentors: str) -> Iterator[Store]:
    engine = open_engine("sqlite://")
    writer = Writer(engine)
    try:
        staff = SqlStaff(writer)
        for one in mentors:
            colleague = Colleague(one, one, frozenset({Role.MENTOR}))
            asyncio.run(staff.put(colleague, by="operator", at=NOW))
        yield Store(SqlPostOffice(writer, "alone"), SqlPeople(writer), SqlSharing(writer), SqlReviewing(writer))
    finally:
        writer.close()
        engine.dispose()


def test_there_are_ten_doctors_and_no_two_alike() -> None:
    samples = load()
    assert len(samples) == 10
    assert len({one.doctor for one in samples}) == len({one.id for one in samples}) == 10
    assert len({one.purpose for one in samples}) == 3
    assert max(one.days for one in samples) <= 21
    assert sum(bool(one.reviews) for one in samples) == 2
    assert any(one.left_out for one in samples)
    assert any(one.name for one in samples)


def test_what_is_left_out_stands_in_the_talk() -> None:
    for one in load():
        said = " ".join(one.messages).lower()
        assert all(phrase.lower() in said for phrase in one.left_out)


def test_nobody_in_them_is_named() -> None:
    lists = identifiers.NameLists(**names.load())
    assert [text for one in load() for text in one.messages if identifiers.find(text, lists)] == []


def test_the_second_mentor_grades_by_the_rubric() -> None:
    scores = [score for one in load() for review in one.reviews for score in review.scores]
    assert scores
    assert all(one.criterion in CRITERIA for one in scores)
    assert all((one.criterion in OF_REPLY) is (one.turn is not None) for one in scores)


@pytest.mark.parametrize(
    "changed", [{"days": 0}, {"messages": ["one"]}, {"id": "Not An Id"}, {"verdicts": [{"turn": 99, "value": "good"}]}]
)
def test_a_sample_that_cannot_be_is_refused(changed: dict[str, object]) -> None:
    whole = load()[0].model_dump(mode="json")
    assert Sample.model_validate(whole).model_dump(mode="json") == whole
    with pytest.raises(ValidationError):
        Sample.model_validate(whole | changed)


def test_they_are_held_shared_reviewed_and_answered() -> None:
    samples = load()
    with store(FIRST, SECOND) as into:
        assert asyncio.run(fill(samples, coach(), into, MENTORS, NOW)) == 10
        page = asyncio.run(into.reviewing.queue(FIRST, Filter(), page=1, size=50, now=NOW))
        assert page.total == 10
        assert {row.turns for row in page.rows} <= {len(one.messages) for one in samples}
        assert max(row.shared_at for row in page.rows) <= NOW
        theirs = asyncio.run(into.reviewing.queue(SECOND, Filter(), page=1, size=50, now=NOW))
        assert theirs.total == 2
        for row in theirs.rows:
            opened = asyncio.run(into.reviewing.open(SECOND, row.share_id, NOW))
            assert opened is not None
            kinds = {event.what.kind for event in opened.events}
            assert {EventKind.SCORED, EventKind.COMMENTED, EventKind.ANSWERED, EventKind.FINISHED} <= kinds
        shared = asyncio.run(into.sharing.shared(samples[0].person))
        preview = asyncio.run(
            into.sharing.preview(samples[0].person, shared[0].talk.conversation_id, shared[0].talk.session)
        )
        assert preview is not None
        assert [one.message.text for one in preview.records] == list(samples[0].messages)[: len(preview.records)]
        assert preview.verdicts


def test_a_second_start_adds_nothing_and_one_that_was_broken_off_is_made_whole() -> None:
    samples = load()[:2]
    with store(FIRST) as into:
        with pytest.raises(CoachError, match="cannot be shared"):
            asyncio.run(fill(samples, coach(), into, MENTORS, NOW))
        assert asyncio.run(into.sharing.talks(samples[1].person, 5))
        later = NOW + timedelta(hours=1)
        assert asyncio.run(fill(samples, coach(), into, Mentors(FIRST, FIRST), later)) == 1
        assert asyncio.run(fill(samples, coach(), into, Mentors(FIRST, FIRST), later)) == 0
        kept = asyncio.run(into.people.kept(samples[1].person))
        assert (kept.conversations, kept.turns) == (1, len(samples[1].messages))


def test_the_file_lies_where_the_words_lie() -> None:
    assert (Path(__file__).resolve().parents[3] / "prompts" / "console" / "samples.yaml").is_file()
