"""What a rewording must not do, by class: put words where they cannot stand, bring in things, or lose the facts."""

import re
from typing import Final

from bot.coaching.review import verbs
from bot.coaching.review.stings import STINGS

_MODALS: Final = r"(?:could|can|would|will|should|might|must|may)"
_WHO: Final = r"(?:you|i|we|they|he|she|it|every(?:one|body)|some(?:one|body)|any(?:one|body))"
_FORM: Final = re.compile(
    rf"\b{_MODALS} {_WHO} (?:all )?(?:\w+n['’]t|(?:do|did|does|ca|wo|is|are|was|has|have|could)nt|is|are|was"
    rf"|were|am|has|had|does|did|went|took|came|gave|told"
    r"|\w{2,}(?<!e)(?<!spe)(?<!nee)(?<!fe)ed(?!d))\b(?! to \w+ed)"
    rf"|\b(?:{_MODALS}|did|does|do)(?:n['’]?t)? {_WHO} (?:{_MODALS}|to|has|is|are|was|were)\b"
    r"|(?:^|[.?!] )there(?:['’]s| is| are| was| were) (?:any|anything|anyone|anybody|ever)\b"
    r"|\b(?:need|speed|feed|proceed|exceed|heed)ed to (?:do not|not to)\b"
    r"|(?:^|[.?!] )(?:could|can|will) (?!(?:the|all|any|some|each|every|both|none|if)\b)\w+ (?:you|i|we|they)\b"
    r"|\bto (?:do|did|does)n['’]?t\b|\b(?:don|doesn|didn|can|won|isn|aren|wasn)['’]?t not\b"
    r"|\b(?:of|by|for|about|without) (?:don['’]?t|can|will|would|could|should|must|please)\b",
    re.I,
)
"""Verbs in a form that their place does not take, and 'any' where nothing is asked or denied."""

_GAP: Final = re.compile(r"\.\.\. \([^)]*\)")
_HANGS: Final = re.compile(
    r"^(?:that|which|who|whose) (?:was|were|is|are|has|have|had|will|would)\b|^(?:than|of|nor)\b", re.I
)
_NOBODY: Final = re.compile(r"\bwhy (?:was|were|did|has|is|does) (?:nobody|no ?one|none)\b", re.I)
"""A reproach that is left in a question."""

_NEEDED: Final = re.compile(r"\b(?:need|speed|feed|proceed|exceed|heed|bleed|breed|seed|embed|shed|wed|bed)\b", re.I)
_ASKED_TO: Final = re.compile(
    rf"\b(?:could|can|would|will) (?P<who>you|we|i|{_WHO}|(?:the|all|every|our|your|my) [\w' -]+?) (?P<act>[a-z]\w+"
    r"(?: [^?]*)?)\?",
    re.I,
)
_PAST: Final = re.compile(
    r"\b(?:was|were|has|had|went|came|took|gave|changed|cancelled|happened|closed|moved|left|['’]s been|have been)\b",
    re.I,
)
_UNDER: Final = re.compile(
    r"\b(?:that|which|who|whom|whose|if|when|where|what|why|how|before|after|because|since|once|while|as|until)\b",
    re.I,
)
_NOUN_OR_VERB: Final = re.compile(
    r"^(?:list|order|call|change|book|review|report|scan|plan|record|print|cover|form|note|test|trial|audit|document"
    r"|measure|label|rota|watch|work|hand|help|wait|time|clear|clean|close|back|face|ward|round|start|stop|request|page"
    r"|bleep|phone|log|limit|contact|present|swap|switch|transfer|update|train|place|share|sign|code|use|move|need"
    r"|answer|look|offer|ring|triage|monitor)$",
    re.I,
)
_GOES_ON: Final = re.compile(
    r"^(?:the|an?|your|my|our|their|his|her|all|any|every|each|both|it|them|us|me|him|this|that|these|those|to|for|with"
    r"|in|on|at|by|from|up|out|down|off|over|back|round|into|through|after|before|until|and|or|more|less|only|some|no"
    r"|new|early|earlier|late|later|as|when|if|\d[\w:.]*|\w+ing|\w+s|\w+ly|\[name\])$",
    re.I,
)
_SLOT: Final = re.compile(
    r"\b(?:decide about|do about|learn from|help with|think(?:ing)? behind|make of) (?P<thing>[^?]+?)\?", re.I
)
_NO_THING: Final = re.compile(
    r"^(?:(?:ask|look|check|call|ring|tell|do|don['’]?t|make|ensure|please|welcome|stop|start|agree|case \d+|slide"
    r" \d+|item \d+)\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|(?:mon|tues?|weds?|thurs?|fri|sat|sun)\b|\d)"
    r"|\d\d?[.:]\d\d"
    r"|\b(?:am|pm)\b",
    re.I,
)
_TRADES: Final = (
    "theatre team|anaesthetists|midwives|pharmacists|therapists|porters|site team|night nurses|clinic nurses|clerks"
    "|reception|practice nurses|nurses|one list|one clinic|one bay|one surgery|one shift"
)
_TRADE: Final = re.compile(rf"\b(?:{_TRADES})\b", re.I)
_STEMS: Final = {
    "theatre team": "theatre", "anaesthetists": "anaesth", "midwives": "midwi|labour|matern", "porters": "porter|ed\\b",
    "pharmacists": "pharm|tto|drug|prescri|discharge", "therapists": "therap|physio|mobil|rehab|discharge|fall",
    "site team": "site|bed|night|handover", "night nurses": "night"
        r"|nurs", "clinic nurses": "clinic", "clerks": "clerk|clinic",
    "reception": "recept|practice|surgery", "practice nurses": "practice|gp\\b", "nurses": "nurs|ward|patient|bay",
    "one list": "theatre|surg|list\\b", "one clinic": "clinic|letter|outpatient", "one bay": "ward|bay|bed|fall|round",
    "one surgery": "practice|gp\\b", "one shift": "shift|ed\\b|emergency|triage",
}  # fmt: skip

_NUMBER: Final = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|twenty|thirty|forty|fifty|ninety"
    r"|dozens?|twice|half|(?:second|third|fourth|fifth|sixth) time)\b|(?<![A-Za-z\d.,:/])£?\d(?:[\d,.:]*\d)?",
    re.I,
)
_SENTENCE: Final = re.compile(r"(?<=[.?!])\s+|\n")
_COMPARED: Final = re.compile(
    r"\b(?:as|like) (?:you|they|he|she) did\b[^.,;?!]*|^(?:as )?per my (?:last|previous|earlier)[^,]{0,30},", re.I
)
_TIMES: Final = re.compile(r"\b(?:second|third|fourth|fifth|sixth) time\b", re.I)
_NUMBERED: Final = re.compile(r"\n\s*\d{1,2}[.)]\s")
_DAY: Final = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|tonight|last night|this morning|january|february"
    r"|march(?= |,)|april|june|july|august|september|october|november|december|christmas|easter)\b",
    re.I,
)
_PERSON: Final = re.compile(r"\[name\]|\b(?:Dr|Mr|Mrs|Ms|Prof|Sr|Sister) [A-Z][\w'-]*")


def fits(said: str) -> bool:
    """Whether verbs, nouns and questions in it stand where they can stand."""
    said = _GAP.sub("...", said)
    if _HANGS.match(said) or _NOBODY.search(said):
        return False
    form = [one for one in _FORM.finditer(said) if not _NEEDED.search(one.group(0).split()[-1])]
    if form or any(_NO_THING.search(one["thing"]) for one in _SLOT.finditer(said)):
        return False
    return all(_is_act(one["act"]) for one in _ASKED_TO.finditer(said) if one["who"].casefold() == "you")


def _is_act(act: str) -> bool:
    """Whether what somebody is asked to do is a verb with what belongs to it, and no statement."""
    verb, _, rest = act.partition(" ")
    if _NOUN_OR_VERB.match(verb) and rest and not _GOES_ON.match(verbs.first(rest) or "-"):
        return False
    past = _PAST.search(act)
    return not (past and not _UNDER.search(act[: past.start()]))


def foreign(said: str, text: str) -> bool:
    """Whether it names a trade or a place of work that has nothing to do with the draft."""
    return any(not re.search(_STEMS[one.casefold()], text, re.I) for one in _TRADE.findall(said))


def facts(text: str) -> frozenset[str]:
    """The facts of a text by which it could be checked: figures, counts, days, names."""
    found = [one for pattern in (_NUMBER, _DAY, _PERSON) for one in pattern.findall(text)]
    return frozenset(one.casefold().strip(".:,") for one in found)


def _threatens(text: str) -> bool:
    return any(kind in {"threat", "shut"} and pattern.search(text) for kind, pattern in STINGS)


def lost(place: str, said: str) -> bool:
    """Whether a fact of the place is no longer in the rewording; what stands in the words that sting is none."""
    place = _NUMBERED.sub("\n", place)
    place = " ".join(one for one in _SENTENCE.split(place) if not _threatens(one))
    plain = list(place)
    for pattern in (*(pattern for _, pattern in STINGS), _COMPARED):
        for found in pattern.finditer(place):
            plain[found.start() : found.end()] = " " * (found.end() - found.start())
    times = {one.group(0).casefold() for one in _TIMES.finditer(place)}
    return not facts("".join(plain)) | times <= facts(said)
