"""The committed schemas are the ones the code prints, and real lines keep to them."""

import json
from collections.abc import Callable

import pytest
from jsonschema import Draft202012Validator, ValidationError

from bot.channels import answers, jsonlines, wire
from bot.cli.schema import text
from bot.coaching.choose.context import MOVES
from bot.coaching.labels import INTENTS
from bot.coaching.model import IncomingMessage, State
from knowledge.model import Hit, SearchResult
from tests.bot.channels.validating import FOLDER, committed, validates
from tests.bot.small_world import Talk, coach

SAID = (
    "The bins are full again and nobody looks.",
    "Mrs Okonkwo in bed 12 was left there.",
    "I am in the pit and want to end my life.",
    "I'm safe now.",
    "I stand at the cliff.",
    "no",
    "what does the literature say about a stretch?",
    "I'll ask the porters on Thursday",
    "How many milligrams then?",
)
HIT = Hit(text="So.", doc="d", section="1", card=None, passage=None, author="A", start=1, end=2, score=0.5)


@pytest.mark.parametrize("name", sorted(wire.SCHEMAS))
def test_the_committed_schema_is_current(name: str) -> None:
    assert committed(name) == text(name), f"run: coach schema {name} > {FOLDER.name}/{name}.json"


def test_nothing_else_is_committed_beside_them() -> None:
    assert sorted(path.stem for path in FOLDER.iterdir()) == sorted(wire.SCHEMAS)


@pytest.mark.parametrize("name", sorted(wire.SCHEMAS))
def test_a_schema_is_one_and_is_closed(name: str) -> None:
    schema = json.loads(committed(name))
    Draft202012Validator.check_schema(schema)
    assert schema["additionalProperties"] is False


def test_lists_of_values_are_closed_and_whole() -> None:
    schema = json.loads(committed("chat-out"))["properties"]
    assert set(schema["move"]["enum"]) == set(MOVES)
    assert set(schema["intent"]["enum"]) == {"coaching", *INTENTS}


def test_every_turn_of_a_talk_is_a_line_of_the_schema() -> None:
    talk = Talk()
    talk.say(*SAID)
    for turn in talk.turns:
        validates("chat-out", json.loads(answers.chat(turn).model_dump_json()))


def test_a_line_carries_what_the_turn_decided() -> None:
    talk = Talk()
    talk.say(*SAID)
    lines = [answers.chat(one) for one in talk.turns]
    assert [one.turn for one in lines] == list(range(1, len(SAID) + 1))
    crisis, cleared, asked = lines[2], lines[3], lines[4]
    assert crisis.safety is not None
    assert (crisis.safety.route, crisis.safety.check_in, bool(crisis.safety.contacts)) == ("crisis_self", False, True)
    assert cleared.safety is None
    assert asked.safety is not None
    assert asked.safety.check_in
    assert lines[1].notices == ("identifiable",)
    assert [one.key for one in lines[6].citations] == ["[a-card]"]
    assert lines[7].commitment is not None
    assert (lines[7].commitment.what, lines[7].commitment.when) == ("ask the porters", "on Thursday")


def test_what_is_understood_is_a_line_of_the_schema() -> None:
    house = coach()
    for said in SAID:
        message = IncomingMessage(event_id="1", conversation_id="1", person_id="p", text=said)
        masked, found = house.mask(message)
        reading = house.read(masked.text, State(), identifiable=bool(found))
        line = answers.understood("1", reading, found, masked.text, 1.0)
        validates("understand-out", json.loads(line.model_dump_json()))


@pytest.mark.parametrize("hits", [(), (HIT,)])
def test_what_is_found_is_a_line_of_the_schema(hits: tuple[Hit, ...]) -> None:
    line = answers.search("1", SearchResult(hits=hits, abstain=True, confidence=0.1))
    validates("search-out", json.loads(line.model_dump_json()))


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("chat-in", {"conversation": "c", "user": "u", "text": "t"}),
        ("chat-in", {"conversation": "c", "user": "u", "text": "t", "at": "2026-03-04T09:00:00Z"}),
        ("chat-in", {"conversation": "c", "user": "u", "text": "t", "at": None}),
        ("search-in", {"id": "1", "query": "q"}),
        ("understand-in", {"id": "1", "text": "t"}),
    ],
)
def test_a_line_that_the_schema_allows_is_taken(name: str, line: dict[str, object]) -> None:
    validates(name, line)
    model = wire.SCHEMAS[name]
    assert isinstance(jsonlines.parse(json.dumps(line), model, "id"), model)


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("chat-in", {"conversation": "c", "user": "u", "text": ""}),
        ("chat-in", {"conversation": "c", "user": "u"}),
        ("chat-in", {"conversation": "c", "user": "u", "text": "t", "more": 1}),
        ("search-in", {"id": "1", "query": "a" * 8001}),
        ("understand-in", {"id": "", "text": "t"}),
    ],
)
def test_a_line_that_the_schema_forbids_is_refused(name: str, line: dict[str, object]) -> None:
    refused: tuple[tuple[type[Exception], Callable[[], object]], ...] = (
        (ValidationError, lambda: validates(name, line)),
        (jsonlines.BadLineError, lambda: jsonlines.parse(json.dumps(line), wire.SCHEMAS[name], "id")),
    )
    for error, take in refused:
        with pytest.raises(error):
            take()


def test_a_time_without_a_zone_is_refused() -> None:
    line = {"conversation": "c", "user": "u", "text": "t", "at": "2026-03-04T09:00:00"}
    with pytest.raises(jsonlines.BadLineError) as bad:
        jsonlines.parse(json.dumps(line), wire.ChatIn, "conversation")
    assert bad.value.error.code == "bad_value"
