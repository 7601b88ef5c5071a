"""One line of the doctor's, played: how far it moves the other, and what they say to it."""

from collections.abc import Sequence
from typing import Final

from bot.coaching.practice import Moment, Openness, Practice, Step
from bot.coaching.rehearsal import topics
from bot.coaching.rehearsal.acts import CLOSING, OPENING, REACTION_TO, Act
from bot.coaching.rehearsal.cast import Cast, Plainly
from bot.coaching.rehearsal.hearing import (
    Heard,
    asks_how_they_are,
    feels_for,
    greets,
    hear,
    proposed_a_time,
    says_again,
    strays,
    yes_or_no,
)
from bot.coaching.rehearsal.levels import moved, openness_of, raised
from bot.coaching.rehearsal.lines import Speaker, joined, matter_in_quotes, quotable, words
from bot.coaching.rehearsal.model import Role, Topic
from bot.coaching.rehearsal.people import said_last, who

_MOST_WORDS: Final = 45
_OUTLOOK: Final = "What do you make of it, from where you are?"
_SAYS_BACK: Final = (Act.LISTENED, Act.APOLOGISED, Act.OWNED, Act.PROPOSED, Act.INVITED, Act.PATIENT)
"""What calls for a word of its own before the answer; a plain question is simply answered."""


def played(practice: Practice, text: str, cast: Cast) -> Step:
    """The other's answer to a line, and the practice after it."""
    role, before = who(practice, cast), said_last(practice, cast)
    if practice.moments and says_again(text):
        return _said_otherwise(practice, text, role)
    heard = hear(text, before, practice.moments, cast.label, cast.near)
    if strays(text) and not heard.closing and not heard.opening[:-1]:
        return _off_subject(practice, heard, before, role)
    change = moved(heard.acts, practice.level, practice.moments, bare=heard.bare, repeated=heard.repeated)
    level = raised(practice.level, change, heard.acts, practice.moments)
    reveals = not practice.revealed and change > 0 and openness_of(level) is Openness.OPEN
    speaker = _speaker(practice, heard, before)
    answer = _reveal(speaker, role) if reveals else _answer(practice, heard, (speaker, openness_of(level)), role, cast)
    moment = Moment(
        words=text,
        labels=heard.labels,
        opened=change,
        level=level,
        asking=heard.asking,
        telling=heard.telling,
        answer=answer,
        acts=tuple(one for one in Act if one in heard.acts),
    )
    after = practice.model_copy(
        update={
            "level": level,
            "moments": (*practice.moments, moment),
            "revealed": practice.revealed or reveals,
            "again": False,
            "used": tuple(speaker.used),
        }
    )
    return Step(practice=after, voice="other", event="line", text=answer, opened=change, revealed=reveals)


def _off_subject(practice: Practice, heard: Heard, before: str, role: Role) -> Step:
    """Lunch and football: they say something to it, and nothing is moved."""
    speaker = _speaker(practice, heard, before)
    answer = speaker.say("off_subject", role.reactions["off_subject"], openness_of(practice.level))
    moment = Moment(
        words=heard.text,
        labels=heard.labels,
        opened=0,
        level=practice.level,
        asking=heard.asking,
        telling=heard.telling,
        answer=answer,
    )
    after = practice.model_copy(update={"moments": (*practice.moments, moment), "used": tuple(speaker.used)})
    return Step(practice=after, voice="other", event="line", text=answer)


def _speaker(practice: Practice, heard: Heard, before: str) -> Speaker:
    """Somebody about to speak; the doctor's words are taken up at most in every other line."""
    led = Act.LED in heard.acts
    quotes = () if '"' in before else quotable(heard.text, asked=led)
    return Speaker(list(practice.used), heard.text, matter_in_quotes(practice.matter), quotes)


def _reveal(speaker: Speaker, role: Role) -> str:
    return speaker.take("reveal", role.reveal) or speaker.oldest("reveal", role.reveal)


def _said_otherwise(practice: Practice, text: str, role: Role) -> Step:
    """The same once more in other words: from the lines beside the one that was not understood."""
    speaker = Speaker(list(practice.used), text, matter_in_quotes(practice.matter))
    group = practice.used[-1].rsplit(":", 2)[0] if practice.used else "asked_open"
    bands = {**role.reactions, **{f"topic/{one.id}": one.answers for one in role.topics}}.get(group)
    openness = openness_of(practice.level)
    if bands is None:
        answer = speaker.take(group, role.reveal if group == "reveal" else role.opens)
    else:
        answer = speaker.say(group, bands, openness)
    answer = answer or speaker.say("asked_open", role.reactions["asked_open"], openness)
    last = practice.moments[-1].model_copy(update={"answer": answer})
    after = practice.model_copy(update={"moments": (*practice.moments[:-1], last), "used": tuple(speaker.used)})
    return Step(practice=after, voice="other", event="said_otherwise", text=answer)


def _answer(practice: Practice, heard: Heard, how: tuple[Speaker, Openness], role: Role, cast: Cast) -> str:
    speaker, openness = how
    if heard.closing:
        key = REACTION_TO[heard.closing[0]]
        return speaker.say(key, role.reactions[key], openness)
    if not practice.moments and greets(heard.text) and not heard.opening:
        return speaker.take("opens", role.opens) or speaker.oldest("opens", role.opens)
    if plainly := _to_kindness(heard, how, cast):
        return plainly
    topic = _topic(practice, heard, how, role, cast)
    first = _says_back(practice, heard)
    if topic is None:
        first = first or _plainly(heard)
        topic = _outlook(first, how, role, cast)
    told = speaker.say(f"topic/{topic.id}", topic.answers, openness) if topic else ""
    reaction = speaker.say(first, role.reactions[first], openness) if first else ""
    if told and not reaction and yes_or_no(heard.questions[-1]) and "yes_or_no" in cast.coach.plainly:
        reaction = speaker.say("plainly/yes_or_no", cast.coach.plainly["yes_or_no"], openness)
    if reaction and words(reaction) + words(told) > _MOST_WORDS:
        del speaker.used[-1]
        return told
    if reaction and told:  # what was asked about is remembered last: "sorry?" wants that again
        speaker.used[-2:] = reversed(speaker.used[-2:])
    return joined((reaction, told))


def _to_kindness(heard: Heard, how: tuple[Speaker, Openness], cast: Cast) -> str:
    """What anybody says to being asked how they are, or to somebody who feels for them."""
    speaker, openness = how
    key: Plainly | None = None
    if asks_how_they_are(heard.text):
        key = "how_are_you"
    elif feels_for(heard.text) and all(feels_for(one) for one in heard.questions):
        key = "kindness"
    bands = cast.coach.plainly.get(key) if key else None
    return speaker.say(f"plainly/{key}", bands, openness) if bands else ""


def _outlook(reaction: str, how: tuple[Speaker, Openness], role: Role, cast: Cast) -> Topic | None:
    """How they see things in general: what somebody who is not shut says to an open question that fits no topic."""
    speaker, openness = how
    if reaction != "asked_open" or openness is Openness.GUARDED:
        return None
    topic = topics.ranked((_OUTLOOK,), role, cast.near)[0][1]
    return topic if speaker.fresh(f"topic/{topic.id}", topic.answers, openness) else None


def _topic(practice: Practice, heard: Heard, how: tuple[Speaker, Openness], role: Role, cast: Cast) -> Topic | None:
    """What was asked about, of which they have something left to say; None where it is near nothing they know of."""
    if not heard.questions:
        return None
    found = topics.ranked(heard.questions, role, cast.near, _under_way(practice.used))
    near = [topic for score, topic in found if score >= topics.FLOOR]
    speaker, openness = how
    fresh = (one for one in near if speaker.fresh(f"topic/{one.id}", one.answers, openness))
    return next(fresh, near[0] if near else None)


def _under_way(used: Sequence[str]) -> str:
    said = next((one for one in reversed(used) if one.startswith("topic/")), "")
    return said.split(":")[0].removeprefix("topic/")


def _says_back(practice: Practice, heard: Heard) -> str:
    """The reaction that this line calls for before an answer; none twice running, as nobody talks so."""
    if Act.PROPOSED in heard.acts and not heard.closing and proposed_a_time(heard.text):
        return "agreed_step"
    act = next((one for one in _SAYS_BACK if one in heard.acts), None)
    if act is None:
        return ""
    last = practice.moments[-1].acts if practice.moments else ()
    again = act in last and not any(one in CLOSING for one in last) and bool(heard.questions)
    return "" if again else REACTION_TO[act]


def _plainly(heard: Heard) -> str:
    """The reaction to a line that was answered by no topic."""
    if heard.short:
        return "short"
    act = next((one for one in (*OPENING, Act.ASKED_CLOSED) if one in heard.acts), None)
    if act is None and heard.questions:
        return "asked_closed"
    return REACTION_TO[act] if act else "told"
