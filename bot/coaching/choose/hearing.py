"""What a message tells: facets, what can be taken up, and whether it offers a step before one is asked for."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bot.coaching.choose import undertaken
from bot.coaching.choose.plan_words import OFFERED
from bot.coaching.choose.studio import Studio
from bot.coaching.kinds import Stage, TurnKind
from bot.coaching.model import Reading, Scored, State, Uptake
from bot.coaching.nothing_told import tells_nothing
from bot.coaching.noticed import GistFound, Noticed, Spans
from bot.coaching.plain import plain
from bot.coaching.playbook import Playbook
from bot.coaching.uptake import Bank, Gist

_TELLING = 4
_ABOUT_THE_TALK = {TurnKind.CORRECTION, TurnKind.UNCLEAR, TurnKind.TOLD_ALREADY}
_TO_THE_COACH = re.compile(r"\byou(?:'re|'ve)?\b(?! know)")
_A_STORY = 30
_SAYS_SOMETHING = 3
_WORTH = 1.5
"""How many weights it is worth to stand in the words that carry most."""
_DEMANDS = re.compile(
    r"\b(?:just (?:tell|give) me|give me (?:the words|one (?:line|thing|sentence)|a line|something)|need (?:one|a|1) "
    r"(?:sentence|line|phrase)|what do i (?:actually |even )*(?:say|tell|write|put))\b",
    re.I,
)
"""Asks for words or a step outright, whatever else is told with it."""

_WISHES = frozenset({"plain_wish", "wants_from_them"})
_A_WISH = re.compile(
    r"\b(?:want\w*|wish\w*|hop(?:e|ing)|need\w*|love|prefer|rather|(?:i|we)(?:['’]?d| would) like|if only|trying to)\b"
    r"|^\W*(?:just |maybe |well |probably )*(?:to|not to|for|a|an|some|less|more|that)\b",
    re.I,
)
"""What a message that amounts to a wish must hold: 'she would have been fine' is none."""

_STEP, _TIMED = "small_step", "has_time"
_OF_A_STEP = {"has_time", "has_words", "knows_who"}
_BEFORE_A_PLAN = {Stage.AIM, Stage.REALITY, Stage.BENEATH}
_EARLIEST_STEP = 2
_TELLS_NOTHING = frozenset(
    {TurnKind.MINIMAL, TurnKind.DONT_KNOW, TurnKind.NUMBER, TurnKind.THANKS, TurnKind.HOSTILE, TurnKind.JUST_TELL}
    | {TurnKind.YES, TurnKind.NO, TurnKind.CONFUSED}
)


@dataclass(frozen=True, slots=True)
class Heard:
    """Which facets of a playbook a message tells, and how near each lies to its most charged words (0 to 1)."""

    told: tuple[str, ...]
    near: tuple[Scored, ...]


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What the policy may look up: playbooks by situation, their names, what a message tells, the reflections.

    `gist_bank` tells what each gist is, `studio` is where doctors practise and draft.
    """

    books: Mapping[str, Playbook]
    names: Mapping[str, str]
    hear: Callable[[str, Playbook], Heard]
    bank: Bank
    gist_bank: Mapping[str, Gist]
    studio: Studio


@dataclass(frozen=True, slots=True)
class TakenUp:
    """What can be taken up, the kind of turn in its light, and the state whose question the message answers."""

    uptakes: tuple[Uptake, ...]
    kind: TurnKind
    answered: State


def hear(text: str, settled: State, before: State, book: Playbook | None, knowledge: Knowledge) -> Heard:
    """What the message tells; on entering a situation late, what the opening message told as well."""
    if book is None:
        return Heard((), ())
    now = knowledge.hear(text, book)
    if settled.situation == before.situation or not before.opening_words:
        return now
    earlier = knowledge.hear(before.opening_words, book)
    return Heard(tuple(dict.fromkeys((*earlier.told, *now.told))), now.near)


def take_up(text: str, reading: Reading, before: State, settled: State, knowledge: Knowledge) -> TakenUp:
    """Reflections by their evidence first; where these are nothing telling, what the message amounts to."""
    stopped = (reading.risk is not None and not reading.risk.check_in) or tells_nothing(text) == "unsure"
    proven = () if stopped else _near(reading.noticed.spans.words, _own(reading.kind, knowledge.bank.found_in(text)))
    telling = any(one.weight >= _TELLING for one in proven)
    gists = _gists(text, reading, before, knowledge)
    uptakes = proven if telling else _with_gists(proven, gists, text, before, knowledge)
    answered = _as_if_asked(text, settled, reading.noticed.spans, gists, uptakes)
    return TakenUp(uptakes, _kind(text, reading, uptakes), answered)


def _own(kind: TurnKind, proven: tuple[Uptake, ...]) -> tuple[Uptake, ...]:
    """Without what is said to the coach where it is put right: 'you cut me off' is nothing that happened at work."""
    return tuple(one for one in proven if not _TO_THE_COACH.search(one.sentence)) if kind in _ABOUT_THE_TALK else proven


def _near(words: Sequence[str], proven: tuple[Uptake, ...]) -> tuple[Uptake, ...]:
    """Of equal weight, or nearly, what stands in the words that carry most comes first."""
    told = [plain(part) for part in words]
    inside = {one.id for one in proven if any(part in one.sentence or one.sentence in part for part in told)}
    return tuple(sorted(proven, key=lambda one: -(one.weight + _WORTH * (one.id in inside))))


def _gists(text: str, reading: Reading, before: State, knowledge: Knowledge) -> tuple[GistFound, ...]:
    """What an answer amounts to, of the gists that the bank knows; nothing of an opening, a bare word or a danger."""
    coaching = before.situation is not None and not before.closed
    if reading.risk is not None or reading.kind in _TELLS_NOTHING or not coaching:
        return ()
    known = (one for one in reading.noticed.gists if one.id in knowledge.gist_bank)
    return tuple(one for one in known if one.id not in _WISHES or _A_WISH.search(text))


def _with_gists(
    proven: tuple[Uptake, ...], gists: Sequence[GistFound], text: str, state: State, knowledge: Knowledge
) -> tuple[Uptake, ...]:
    """What the reflections have evidence for, and what the message amounts to; what is only likely comes last."""
    fresh = (one for one in gists if not _said_in_other_words(one, state))
    taken = [
        one for one in (_of_gist(found, knowledge.gist_bank[found.id], text) for found in fresh) if one is not None
    ]
    sure = sorted((*proven, *(one for one in taken if not one.likely)), key=lambda one: -one.weight)
    return (*sure, *(one for one in taken if one.likely))


def _said_in_other_words(gist: GistFound, state: State) -> bool:
    """Whether a reflection of the same name was said: 'b_kept_quiet' is what the gist 'kept_quiet' would say again."""
    return any(key.endswith(f"_{gist.id}") for key in state.used)


def _kind(text: str, reading: Reading, uptakes: Sequence[Uptake]) -> TurnKind:
    """The kind of turn in the light of what was found: who names a step of their own is given none of ours."""
    spans = reading.noticed.spans
    long = len(text.split()) >= _A_STORY
    own_step = reading.kind is TurnKind.JUST_TELL and not _DEMANDS.search(text) and (spans.step or spans.when or long)
    told_after_all = reading.kind is TurnKind.DONT_KNOW and _tells(uptakes)
    return TurnKind.TELLING if own_step or told_after_all else reading.kind


def _tells(uptakes: Sequence[Uptake]) -> bool:
    """Whether 'no idea' was followed by something: 'no idea what she wants, I've never asked'."""
    return any(one.weight >= _SAYS_SOMETHING and not one.general for one in uptakes)


def _as_if_asked(text: str, state: State, spans: Spans, gists: Sequence[GistFound], uptakes: Sequence[Uptake]) -> State:
    """A step offered while the coach still explores is heard as the answer to 'what will you do?'.

    The talk moves when the doctor moves: whoever has a plan is not asked for two more facts first. Something painful
    that comes with it is stayed with.
    """
    names = [one.id for one in gists]
    timed = any(one.sure and one.id == _TIMED for one in gists)
    likely = _STEP in names and (names[0] == _STEP or not _OF_A_STEP.isdisjoint(names))
    meant = undertaken.is_volunteered(text, spans)
    stepping = meant and (bool(spans.step and spans.when) or timed or likely)
    painful = any(one.weight > _TELLING and not one.likely for one in uptakes)
    return state.model_copy(update={"expecting": OFFERED}) if _is_early(state) and stepping and not painful else state


def may_offer_a_step(state: State, noticed: Noticed) -> bool:
    """Whether a message probably offers a step, before one is asked for, whose words were not found."""
    likely = any(one.id == _STEP for one in noticed.gists) and not noticed.spans.step
    return likely and _is_early(state)


def _is_early(state: State) -> bool:
    """Whether a step offered now would come before the coach asks for one, and yet not too soon to be meant."""
    free = state.commitment is None and state.expecting != "aim"
    return free and state.stage in _BEFORE_A_PLAN and state.turn >= _EARLIEST_STEP


def _of_gist(found: GistFound, gist: Gist, text: str) -> Uptake | None:
    """A gist to take up; one that is tender only where it is sure."""
    if gist.tender and not found.sure:
        return None
    said = found.sure and gist.weight >= _SAYS_SOMETHING  # 'you have a day in mind' says nothing to who named it
    adds = said and gist.weight >= _TELLING
    return Uptake(id=gist.id, weight=gist.weight, sentence=text, general=True, likely=not said, adds=adds)
