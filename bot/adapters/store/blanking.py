"""Taking a message's words out of what was kept because of it: pure, and what is left is still a valid record."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from bot.coaching.model import State
from bot.coaching.plain import plain
from bot.coaching.record import TurnRecord
from bot.coaching.rehearsal.described import cares_of, name_of

_RUN = 4
"""Words in a row that a reply shares with a message to be taken for quoting it."""
_WORD = re.compile(r"[a-z0-9']+")
_VOICE = frozenset("i i'm me my mine myself you you're your yours yourself to the a an and that it will would".split())
"""Words that change when a doctor's words are handed back, or say nothing by themselves."""

_OF_PRACTICE = {"words", "matter", "described", "try_words", "reword"}
_WORDS = {"opening_words", "topic_words", "text", "query", "detail", "sentence"} | _OF_PRACTICE
_OPTIONAL = {"aim", "insight", "obstacle", "when", "with_whom", "if_then", "easier", "learned"}
_HOLDERS = {"commitment": "what", "kept": "what", "past": "plan.what", "held": "text", "reviewed": "text"}
"""What holds nothing any more once the words in one of its fields are gone."""
_LISTS = {"options", "memory"}
_WORDED = {*_WORDS, *_OPTIONAL, "what", "options"}
_PRACTISED = {"step": None, "review": None}
"""What came of a message in a rehearsal or a draft: it holds nothing but its words and what they drew."""
_DELETED: Mapping[str, object] = {
    "name": "deleted",
    "reason": "the message was deleted",
    "expecting": "",
    "line": "",
    "needs_evidence": False,
    "query": "",
    "lead": "",
}
"""The move of a turn whose message is gone: what was done and why would tell what it said. No policy makes it."""
_UNREAD: Mapping[str, object] = {
    "intent": "",
    "situations": [],
    "ranking": [],
    "notices": [],
    "risk": None,
    "clauses": [],
    "told": [],
    "near": [],
    "uptakes": [],
    "noticed": {},
    "decided_by": "",
}
"""The reading of a message that is gone."""
_QUOTE = "quote:"
"""How a phrase that was used is named where it is the doctor's own."""


@dataclass(frozen=True, slots=True)
class Taken:
    """The words of a message that was taken back: itself, and what the conversation took from it.

    `new` is what came into the conversation's state with its turn; `before` is what was there without it, and stays.
    `made` is what was made of a description in it: what that person is called from then on, and says of themselves.
    """

    message: str
    new: frozenset[str]
    before: frozenset[str]
    made: frozenset[str] = frozenset()

    @classmethod
    def by(cls, record: TurnRecord, before: State) -> "Taken":
        """What the message of a turn brought into a conversation that stood as `before`."""
        was = frozenset(_words_of(before.model_dump(mode="json")))
        now = frozenset(_words_of(record.state.model_dump(mode="json")))
        told, earlier = (one.practice.described if one.practice else "" for one in (record.state, before))
        made = {name_of(told), *cares_of(told)} if told and told != earlier else set()
        said = set(_words(record.message.text)) - _VOICE
        return cls(record.message.text, now - was, was, frozenset(one for one in made if said & set(_words(one))))

    def has(self, text: str) -> bool:
        """Whether a piece of the conversation's state is taken from the message."""
        if not text or text in self.before:
            return False
        if text in self.new or plain(text) in plain(self.message):
            return True
        said = set(_words(text)) - _VOICE
        return bool(said) and said <= set(_words(self.message))

    def quoted_in(self, text: str) -> bool:
        """Whether a reply hands words of the message back."""
        told = f" {' '.join(_words(text))} "
        words = _words(self.message)
        runs = (words[at : at + _RUN] for at in range(max(len(words) - _RUN + 1, 0)))
        short = (_words(one) for one in (*self.new, self.message))
        whole = (run for run in (*runs, *short) if len(set(run) - _VOICE) > 1)
        return any(f" {' '.join(run)} " in told for run in (*whole, *map(_words, self.made)))

    def cut_from(self, said: str) -> str:
        """All that the doctor said, kept from its end, without the message: whole, or what is left of it in front."""
        if self.message in said:
            return said.replace(self.message, "", 1)
        ends = (self.message[at:] for at in range(1, len(self.message)))
        return next((said.removeprefix(end) for end in ends if said.startswith(end)), said)


def whole_turn_without(record: TurnRecord, taken: Taken) -> TurnRecord:
    """The turn that answered the message: nothing of the message, nor of what was said to it, stays.

    Nor what it was taken for: a danger that the coach saw in it is told by no part of the reading, the move or the
    reply. Where the talk stands is left as it is, since it goes on from there.
    """
    told = record.model_dump(mode="json")
    told["message"]["text"] = ""
    told["reading"].update(_UNREAD)
    used = [one for one in record.draft.used if not one.startswith(_QUOTE)]
    told["draft"].update(sentences=[], used=used, citations=[], contacts=[])
    told["move"].update(_DELETED)
    told["reply"].update(text="", acts=[], citations=[], contacts=[], problems=[])
    for use in told["model_uses"]:
        use.update(draft=[], problems=[])
    told["state"] = _without(told["state"], taken.has, taken)
    return TurnRecord.model_validate(told | _PRACTISED)


def record_without(record: TurnRecord, taken: Taken) -> TurnRecord:
    """A later turn: its own message stays, with what was said to it where that does not quote."""
    told = record.model_dump(mode="json")
    told["state"] = _without(told["state"], taken.has, taken)
    for part in ("draft", "move", "reply", "model_uses"):
        told[part] = _without(told[part], taken.quoted_in, taken)
    for part in _PRACTISED:
        told[part] = _without(told[part], lambda text: taken.has(text) or taken.quoted_in(text), taken)
    return TurnRecord.model_validate(told)


def state_without(state: State, taken: Taken) -> State:
    """The conversation as it stands, without the message's words."""
    return State.model_validate(_without(state.model_dump(mode="json"), taken.has, taken))


def _without(value: object, gone: Callable[[str], bool], taken: Taken) -> object:
    """A value as JSON without the words that are `gone`: blank, none or left out, as its field allows."""
    if isinstance(value, list):
        return [_without(one, gone, taken) for one in value]
    if not isinstance(value, dict):
        return value
    return {key: _field(key, inner, gone, taken) for key, inner in value.items()}


def _field(key: str, inner: object, gone: Callable[[str], bool], taken: Taken) -> object:
    if isinstance(inner, str):
        return _string(key, inner, gone, taken)
    if key in _HOLDERS and isinstance(inner, dict) and gone(_held_in(inner, _HOLDERS[key])):
        return None
    if key == "moments" and isinstance(inner, list):
        inner = [one | {"answer": ""} if gone(one["words"]) else one for one in inner]
    if key in _LISTS and isinstance(inner, list):
        return [one for one in inner if not gone(_text_of(one))]
    if key == "used" and isinstance(inner, list):
        return [one for one in inner if not (one.startswith(_QUOTE) and taken.has(one.removeprefix(_QUOTE)))]
    return _without(inner, gone, taken)


def _string(key: str, inner: str, gone: Callable[[str], bool], taken: Taken) -> str | None:
    if key == "said":
        return taken.cut_from(inner)
    if key in _OPTIONAL:
        return None if gone(inner) else inner
    return "" if key in _WORDS and gone(inner) else inner


def _held_in(holder: Mapping[str, object], key: str) -> str:
    """The words in a field of a holder; "" where one of that name is another thing, and has no such field."""
    found: object = holder
    for name in key.split("."):
        found = found.get(name, "") if isinstance(found, Mapping) else ""
    return found if isinstance(found, str) else ""


def _text_of(one: object) -> str:
    found = one["text"] if isinstance(one, Mapping) else one
    return found if isinstance(found, str) else ""


def _words(text: str) -> list[str]:
    return _WORD.findall(plain(text))


def _words_of(value: object, key: str = "") -> Iterator[str]:
    """Every piece of words in a conversation's state: not ids, nor all that was said, which is cut and not dropped."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _words_of(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from _words_of(inner, key)
    elif isinstance(value, str) and (key in _WORDED or value.startswith(_QUOTE)):
        yield value.removeprefix(_QUOTE)
