"""Turns as they are kept: former versions read them where no model was asked, and what later ones add is passed over."""

import json
from importlib import resources

from bot.adapters.store.stored import record_in, state_in, written
from bot.coaching.record import ModelUse, TurnRecord
from tests.bot.adapters.store.offices import records

USE = ModelUse(purpose="wording", model="m", prompt="p", outcome="used", input_tokens=900, output_tokens=100, calls=1)


def kept(name: str) -> str:
    """A turn as that version kept it."""
    return resources.files("tests.bot.adapters.store").joinpath("turns", name).read_text(encoding="utf-8")


def fields(value: object) -> object:
    """The names of all fields, without what they hold."""
    if isinstance(value, dict):
        return {name: fields(inner) for name, inner in value.items()}
    return None


def test_a_turn_that_the_former_version_kept_is_read() -> None:
    record = record_in(kept("former.json"))
    assert (record.model_uses, record.draft.fixed, record.number) == ((), 0, 1)
    assert record.reply.engine == "guided"


def test_a_guided_turn_is_kept_as_the_former_version_kept_it() -> None:
    record = records("The bins are full again and nobody looks at them.")[0]
    noticed = record.model_copy(update={"draft": record.draft.model_copy(update={"fixed": 1})})
    assert fields(json.loads(written(noticed))) == fields(json.loads(kept("former.json")))
    assert record_in(written(noticed)) == record


def test_a_turn_that_a_model_worded_is_kept_whole() -> None:
    record = records("The bins are full.")[0].model_copy(update={"model_uses": (USE,)})
    record = record.model_copy(update={"draft": record.draft.model_copy(update={"fixed": 1})})
    assert record_in(written(record)) == record


def test_what_a_later_version_adds_is_passed_over_at_every_depth() -> None:
    told = json.loads(kept("former.json"))
    for where in (told, told["state"], told["draft"]["sentences"][0], told["reading"]["situations"][0]):
        where["from_a_later_version"] = {"words": 1}
    assert record_in(json.dumps(told)) == record_in(kept("former.json"))
    assert state_in(json.dumps(told["state"])) == TurnRecord.model_validate_json(kept("former.json")).state
