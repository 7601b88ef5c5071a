"""What a goal lacks: a figure, a day, belief, owners, other professions, a first test."""

import re
from collections.abc import Iterator
from typing import Final

from bot.coaching.review.draft import Draft, Piece
from bot.coaching.review.found import Found, at
from bot.coaching.review.parts import core, large, small
from bot.coaching.speech_acts import Label

_CHANGE: Final = re.compile(
    r"\b(?P<verb>reduce|cut(?! in\b)|improve|increase|raise|lower|shorten|decrease|boost|speed up|bring down"
    r"|get better at"
    r"|minimi[sz]e|maximi[sz]e)\s+(?P<thing>(?:the |our )?[^,.;:]{3,60})",
    re.I,
)
_FIGURE: Final = re.compile(
    r"\d|\b(?:half|halve|double|zero|none|no patient|every|one in|two in|nine in|third|quarter"
    r"|(?:at least |up to )?(?:two|three|four|five|six|seven|eight|ten|twelve)(?= \w+)|once|twice)\b",
    re.I,
)
_YEAR: Final = re.compile(r"\b20\d\d\b")
_ABSOLUTE: Final = re.compile(
    r"\b(?P<what>zero|100 ?%|100 per cent|no (?:patient|child|one|more|avoidable|missed|delayed|late)|never|every "
    r"single|eliminate|eradicate|all \w+ (?:within|by|on)|nobody)\b",
    re.I,
)
_BY: Final = re.compile(
    r"\b(?:by|before|until|within|in|over) (?:the end of |end of |next |the next |this )?(?:\d|one|two|three|four|six"
    r"|twelve|january|february|march|april|may|june|july|august|september|october|november|december"
    r"|christmas|easter|summer|spring|autumn|winter|monday|friday|week|month|quarter|year|new year)|\bmonths? from "
    r"now\b|\bthis (?:year|quarter|month|block|placement|rotation|term)\b|\bfor (?:a|one|two|three|six) (?:weeks?"
    r"|months?)\b",
    re.I,
)
_NOW: Final = re.compile(
    r"\b(?:at the moment|currently|now|today|baseline|last (?:month|year|quarter)|in the summer|so far|out of \d+"
    r"|from \d|was \d|is \d|we did|did so|it['’]?s \d)\b",
    re.I,
)
_OWNED: Final = re.compile(
    r"\b(?:we (?:chose|agreed|picked|set|decided|all)|chose (?:this )?together|(?:nurses|clerks|team|registrars"
    r"|physios|pharmacists?|midwives|they) (?:and \w+ \w+ )?(?:set|chose|picked|suggested|asked)|asked (?:them|the "
    r"\w+)|with the \w+|together|what would you|would you (?:pick|choose|aim)|tell us|what have we|their idea|own "
    r"idea)\b",
    re.I,
)
_PERSONAL: Final = re.compile(
    r"\bmy (?:own |personal |pdp )?(?:goal|aim|objective) (?:this year |for \w+ )?is to\b|\bi(?:['’]d| would)?"
    r" (?:want"
    r"|like|aim|plan|intend|need|will|am going|hope)(?: \w+)? to (?:become|be|get|learn|stop|let|feel|lead|speak|say"
    r"|delegate|listen|build|develop|finish|have|ask|give|do)\b",
    re.I,
)
_HANDED: Final = re.compile(
    r"\b(?:must own|the (?:trust|board|directorate|department)(?:['’]s)? (?:target|wants|expects)|i have decided"
    r"|i(?:['’]ve| have) set|held to account|non-delivery|target is|staff (?:must|should|will|need)|just need to"
    r"|mandated|pull their)\b",
    re.I,
)
_SMALL: Final = (
    (r"theatre|surg|list\b|trauma", "on one list"),
    (r"\bclinic|outpatient|letter", "in one clinic"),
    (r"\bed\b|emergency|sepsis|triage", "for one shift"),
    (r"\bgp\b|practice", "in one surgery"),
    (r"rota|night|on.?call|handover|weekend|bleep", "for one week"),
    (r"ward|bed|discharge|tto|round|fall|bay|cannula|bundle|stay", "in one bay"),
)
_HALVE: Final = re.compile(
    r"\b(?P<zero>zero|no more|no avoidable|eliminate(?: all)?|eradicate(?: all)?)\s+(?P<rest>[a-z][^,.;]*)", re.I
)
_PERCENT: Final = re.compile(r"\b100 ?(?:%|per cent)", re.I)


def goals(draft: Draft) -> Iterator[Found]:
    """What a goal lacks, as far as the words show it."""
    stated = _statement(draft)
    if stated is None:
        return
    whole = " ".join(one.text for one in draft.body)
    personal = bool(_PERSONAL.search(whole)) and not re.search(r"\b(?:we|our|us)\b", stated.text, re.I)
    personal = personal or bool(
        re.search(r"\b(?:I|i|my|me)\b", whole) and not re.search(r"\b(?:we|our|us)\b", whole, re.I)
    )
    yield from _measured(stated, whole, personal=personal)
    yield from _believed(stated, whole)
    yield from _owned(draft, stated, whole, personal=personal)


def _statement(draft: Draft) -> Piece | None:
    """The sentence that states the goal."""
    told = [one for one in draft.body if one.has(Label.ASSERTION) or not one.labels]
    aims = [
        one
        for one in told
        if _CHANGE.search(one.text)
        or _BY.search(one.text)
        or _ABSOLUTE.search(one.text)
        or re.search(r"\b(?:goal|aim|want|target|get)\b", one.text, re.I)
    ]
    return next(iter(aims or told), None)


def _measured(stated: Piece, whole: str, *, personal: bool) -> Iterator[Found]:
    said = core(stated.text)
    change = _CHANGE.search(said)
    figured = _FIGURE.search(_YEAR.sub("", whole))
    if not figured and change:
        thing = _BY.split(change.group("thing"))[0].strip()
        left, right = said[: change.start()].strip(), said[change.start("thing") + len(thing) :].strip()
        slots = {
            "before": f"{left} " if left else "",
            "verb": change.group("verb"),
            "thing": thing,
            "after": f" {right}" if right else "",
        }
        if 0 < len(thing.split()) <= 9:
            yield at(stated, "no_figure", "from_to", slots)
    elif not figured:
        yield at(stated, "no_figure", "personal" if personal else "know_by", {"goal": large(said)})
    elif not _NOW.search(whole) and re.search(r"\d", stated.text) and not _ABSOLUTE.search(stated.text):
        yield at(stated, "no_start", "today", {"goal": large(said)})
    if not _BY.search(whole):
        yield at(stated, "no_day", "by", {"goal": large(said)}, -0.5)


def _believed(stated: Piece, whole: str) -> Iterator[Found]:
    absolute = _ABSOLUTE.search(stated.text)
    if not absolute or _NOW.search(whole) or _OWNED.search(whole):
        return
    said = core(stated.text)
    halve, per = _HALVE.search(said), _PERCENT.search(said)
    if halve and not halve.group("rest").casefold().startswith("patient"):
        yield at(
            stated,
            "not_believed",
            "halve",
            {"before": said[: halve.start()], "rest": halve.group("rest").strip(), "after": said[halve.end() :]},
        )
    else:
        yield at(stated, "not_believed", "far" if per else "step", {"goal": large(said), "unit": _unit(whole)})


def _owned(draft: Draft, stated: Piece, whole: str, *, personal: bool) -> Iterator[Found]:
    if personal or _OWNED.search(whole) or draft.any(Label.INVITATION):
        return
    handed = next((one for one in draft.body if _HANDED.search(one.text)), None)
    change = _CHANGE.search(stated.text)
    thing = _plain_thing(change.group("thing")) if change else ""
    if handed is not None:
        ready = thing and len(thing.split()) < 7
        yield at(handed, "not_owned_goal", "pick" if ready else "aim", {"thing": small(thing)}, 1.0)
    elif thing and len(thing.split()) < 7:
        end = draft.body[-1].end
        yield Found("not_owned_goal", "pick", end, end, {"thing": small(thing)})


def _plain_thing(words: str) -> str:
    """The thing that is to change, without figures and days."""
    return _BY.split(re.sub(r"\b(?:by|to|from) (?:\d|half|zero).*$", "", words).strip())[0].strip()


def _unit(whole: str) -> str:
    return next((unit for cue, unit in _SMALL if re.search(cue, whole, re.I)), "for one week")
