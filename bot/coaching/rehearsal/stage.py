"""One message in a rehearsal: setting up, a line, a pause, a line taken back, the end. The one entry from outside."""

import re
from typing import Final

from bot.coaching.practice import Openness, Practice, Step
from bot.coaching.rehearsal import steering
from bot.coaching.rehearsal.asides import Aside, asides
from bot.coaching.rehearsal.beside import back, paused, spoken, thinking
from bot.coaching.rehearsal.cast import DESCRIBED, FIRST_CHOICE, Cast
from bot.coaching.rehearsal.debrief import ended, paragraphs, said, try_at
from bot.coaching.rehearsal.hearing import greets
from bot.coaching.rehearsal.leaving import Leave, leaves
from bot.coaching.rehearsal.levels import FIRST, openness_of
from bot.coaching.rehearsal.lines import Speaker, matter_in_quotes
from bot.coaching.rehearsal.people import (
    Wanted,
    answered,
    asked_for,
    asks_to_practise,
    corrected,
    said_last,
    wanted,
    who,
)
from bot.coaching.rehearsal.playing import played

__all__ = ["FIRST_CHOICE", "answers_leaving", "asks_to_practise", "name_of", "step", "wanted", "wants_again"]

_JUST_BEGIN: Final = re.compile(
    r"^\W*(?:skip|nothing|no|dunno|not sure|(?:let'?s )?just (?:start|begin|go)|start|begin|anything|never mind"
    r"|i don'?t know|let'?s go)\W*$",
    re.I,
)
_TOLD_ALREADY: Final = re.compile(
    r"^\W*(?:(?:as|like) i(?:'ve)? said|i(?:'ve)?(?: just| already)* (?:said|told you|say))(?: that| it)?\b[\s,:;.-]*"
    r"(?:it'?s )?(?:about )?",
    re.I,
)
_TITLE: Final = 4
_TO_THEM: Final = re.compile(r"\b(?:you|your|you're|you've)\b", re.I)


def step(practice: Practice | None, text: str, cast: Cast, role: str = "") -> Step:
    """What comes of one masked message. `practice` None begins a rehearsal; with `role` the text is spoken at once.

    `role` is a character's id, a title in any spelling, or any other words: a person described. Whether a message may
    be played at all, or tells of a danger, is decided before (`choose/studio_rules.py`).
    """
    if practice is not None and practice.left and (answer := _after_leaving(practice, text, cast)):
        return answer
    if practice is None or (practice.over and not steering.takes_back(text)):
        return _begun(practice, text, cast, role)
    if practice.over:
        return _taken_back(practice, cast, try_at(practice) if practice.moments else 0)
    if practice.setting_up:
        return _set_up_on(practice, text, cast)
    return _steered(practice, text, cast) or played(practice.model_copy(update={"paused": False}), text, cast)


def name_of(practice: Practice, cast: Cast) -> str:
    """How the other person is called: "the sceptical consultant", "your TPD"."""
    return who(practice, cast).name


def wants_again(text: str) -> bool:
    """Whether a message after the end asks for another go at the line that the debrief took up."""
    return steering.takes_back(text)


def answers_leaving(practice: Practice | None, text: str) -> bool:
    """Whether a message answers "look at how it went, or leave it?", asked of a doctor who has gone."""
    return practice is not None and practice.left and (steering.wants_to_look(text) or steering.leaves_it(text))


def _begun(before: Practice | None, text: str, cast: Cast, role: str) -> Step:
    if before is not None and leaves(text):
        return ended(before.model_copy(update={"moments": (), "left": False}), cast)
    if not role:
        return _with(Practice(), wanted(text, cast), cast)
    found = asked_for(role, cast)
    if asks_to_practise(text):
        return _with(Practice(), _or(wanted(text, cast), found), cast)
    fresh = Practice(role=found.role or FIRST_CHOICE, described=found.described, matter=found.matter)
    return step(fresh, text, cast)


def _or(one: Wanted, other: Wanted) -> Wanted:
    """Who was named where somebody was, else the other; what either came about."""
    named = one if one.role else other
    return Wanted(role=named.role, described=named.described, matter=one.matter or other.matter)


def _set_up_on(practice: Practice, text: str, cast: Cast) -> Step:
    """An answer to what the coach asked before the rehearsal could begin."""
    leaving = leaves(text, to_coach=True)
    if leaving:
        return _left(practice, cast) if leaving is Leave.LEFT else ended(practice, cast)
    put_right = corrected(text, cast, of=practice.role)
    if put_right.role and practice.setting_up != "role":
        return _with(practice.model_copy(update={"role": "", "described": ""}), put_right, cast)
    if practice.setting_up == "role":
        found = answered(text, cast)
        return _with(practice, Wanted(found.role, found.described, practice.matter or found.matter), cast)
    ready = practice.model_copy(update={"setting_up": ""})
    if _TOLD_ALREADY.match(text):
        text = _TOLD_ALREADY.sub("", text).strip() or "skip"
        return _opened(ready.model_copy(update={"matter": "" if _JUST_BEGIN.match(text) else text}), text, cast)
    if _TO_THEM.search(text) or greets(text):
        return played(ready, text, cast)  # the doctor has begun to speak to them
    matter = "" if _JUST_BEGIN.match(text) else " ".join(text.split())
    return _opened(ready.model_copy(update={"matter": matter}), text, cast)


def _with(practice: Practice, found: Wanted, cast: Cast) -> Step:
    used, matter = list(practice.used), found.matter or practice.matter
    if not found.role:
        names = [one.name for one in cast.roles.values() if one.id != DESCRIBED]
        listed = f"{', '.join(names[:-1])} or {names[-1]}" if len(names) > 1 else "".join(names)
        text = said("who", used, cast, names=listed)
        asked = practice.model_copy(update={"setting_up": "role", "matter": matter, "used": tuple(used)})
        return Step(practice=asked, voice="coach", event="set_up", text=text)
    there = practice.model_copy(
        update={"role": found.role, "described": found.described, "matter": matter, "setting_up": ""}
    )
    if there.matter:
        return _opened(there, matter, cast)
    text = said("matter", used, cast, name=name_of(there, cast))
    asked = there.model_copy(update={"setting_up": "matter", "used": tuple(used)})
    return Step(practice=asked, voice="coach", event="set_up", text=text)


def _opened(practice: Practice, seed: str, cast: Cast) -> Step:
    """The scene, and the other's first words."""
    role, used = who(practice, cast), list(practice.used)
    speaker = Speaker(used, seed, matter_in_quotes(practice.matter))
    scene = speaker.take("scene", role.scene) or role.scene[0]
    first = speaker.take("opens", role.opens) or speaker.oldest("opens", role.opens)
    parts = (said("begin", used, cast, name=role.name), scene, said("opens", used, cast, said=first))
    after = practice.model_copy(update={"used": tuple(used)})
    return Step(practice=after, voice="coach", event="begun", text=paragraphs(parts))


def _after_leaving(practice: Practice, text: str, cast: Cast) -> Step | None:
    """What somebody who left has to say to "look at it, or leave it?"; None where it is about something else."""
    settled = practice.model_copy(update={"left": False})
    if steering.leaves_it(text):
        return spoken(settled, "goodbye", "goodbye", cast)
    if steering.wants_to_look(text):
        return ended(settled, cast)
    return None


def _left(practice: Practice, cast: Cast) -> Step:
    """Somebody goes tired, upset or called away: a kind word, and how it went only if they ask."""
    said_anything = bool(practice.moments)
    after = practice.model_copy(update={"over": True, "paused": False, "setting_up": "", "left": said_anything})
    return spoken(after, "left", "left" if said_anything else "left_unsaid", cast)


def _steered(practice: Practice, text: str, cast: Cast) -> Step | None:
    """What comes of words to the coach; None where the message is for the other person."""
    beside = asides(text)
    leaving = leaves(text, to_coach=practice.paused)
    if leaving and (Aside.UNLIKE not in beside or practice.paused):
        return _left(practice, cast) if leaving is Leave.LEFT else ended(practice, cast)
    if steering.takes_back(text):
        return _taken_back(practice, cast, len(practice.moments) - 1)
    put_right = _put_right(practice, text, cast)
    if put_right.role:
        return _with(Practice(matter=practice.matter), put_right, cast)
    if practice.paused and steering.goes_back(text):
        return back(practice, cast)
    if practice.paused and not beside and _tries_it(practice, text):
        return None
    if beside or practice.paused:
        return thinking(practice, text, beside, cast)
    return paused(practice, text, cast) if steering.pauses(text) else None


def _tries_it(practice: Practice, text: str) -> bool:
    """Whether a doctor who was given a way to begin simply says their line, without "go on" before it."""
    given = bool(practice.used) and practice.used[-1].startswith("coach/stem")
    return given and bool(_TO_THEM.search(text)) and not steering.asks_the_coach(text)


def _put_right(practice: Practice, text: str, cast: Cast) -> Wanted:
    """Who the doctor wanted instead; a bare title is that only where no question of the other's asked for it."""
    if said_last(practice, cast).rstrip("\"' ").endswith("?") and not practice.paused and len(text.split()) <= _TITLE:
        return Wanted()
    return corrected(text, cast, of=practice.role)


def _taken_back(practice: Practice, cast: Cast, at: int) -> Step:
    """The practice as it was before the line `at`, with only the lines that were spoken remembered."""
    if not practice.moments:
        return spoken(practice.model_copy(update={"paused": False}), "again", "nothing_to_take_back", cast)
    kept = practice.moments[:at]
    before = practice.model_copy(
        update={
            "moments": kept,
            "level": kept[-1].level if kept else FIRST,
            "revealed": any(one.opened > 0 and openness_of(one.level) is Openness.OPEN for one in kept),
            "paused": False,
            "over": False,
            "left": False,
            "again": True,
        }
    )
    return spoken(before, "again", "again" if said_last(before, cast) else "again_empty", cast)
