"""A plan told in one breath, parted: the step and its time; the snag, what then, and the number."""

import re
from dataclasses import dataclass, replace
from typing import Final

from bot.coaching.commitments.act_words import VERB
from bot.coaching.commitments.sentences import sentences, tidy, without_quotations

_ASKS: Final = (
    r"(?<!\bask )(?<!\bsee )(?<!\bcheck )(?<!\bknow )(?<!\bwonder )(?<!\bas )(?<!\bout )(?<!\bsay )(?<!\beven )"
)
_LEAD: Final = r"(?:(?:,|;|\(|[.!?])?\s*(?:\b(?:and|but|so|or|then|though)\b\s+)?|^\W*)"
_REST: Final = r"[^.!?;)\n]*"
_WAY: Final = re.compile(
    rf"{_LEAD}(?P<way>{_ASKS}\b(?:if|unless|in case|in which case|when i can['’]?t|should (?:s?he|they|it|this|that"
    rf"|anyone|nobody|there|the \w+|my \w+)|if not,? then|when(?:ever)? (?:he|she|they|it"
    rf"|someone|somebody|anyone|people|nobody)\b(?=[^.!?;]*,\s*i))\b(?! (?:(?:you|i) (?:had|were|was|may|might be"
    rf"|permit|will allow|don['’]?t mind)|asked|only|possible|anything|poss|need be"
    rf"|i['’]?m honest|i am honest|only\b)){_REST}|\b(?:failing that|otherwise|worst case|plan b|(?:my "
    rf"|the )?back[- ]?up(?= (?:is|plan|would)|[:,])"
    rf"|as a back ?up)\b{_REST})",
    re.I,
)
_IF_ACT: Final = re.compile(
    r"^(?P<if>(?:if|unless|in case|when|whenever)\b(?:(?!\bi['’]?ll\b|\bi will\b|\bi['’]?d\b|\bi would\b|\bi can\b"
    r"|\bi go\b|,).)*)"
    r"(?:,\s*(?:then )?|\s+(?:then )?)(?P<act>\S.*)$",
    re.I | re.S,
)
_SNAG: Final = re.compile(
    r"(?:[,;.(]\s*|\s+[-–—]+\s*|\b(?:and|but|though)\s+|^\W*)(?:(?:my|the|only|main|biggest|big|one|just|what)\s+)*"
    r"(?:worr(?:y|ies)|difficulty|hindrance|hurdle|challenge|risks?|problem|issue|fear|snag|obstacle|danger|barrier"
    r"|concern|catch|trouble"
    r"|(?:thing|bit) (?:that|which) (?:might|could|may|will) (?:stop|get|trip)\b[^.,;!?]*?"
    r"|(?:could|might|will|would) (?:stop|get) (?:me|in the way)|(?:only|one) thing|likely (?:to )?(?:snag|blocker)"
    r"|blocker"
    r"|(?:thing |bit |one )?(?:that |which )?(?:(?:may|might|could|will|would|can|is likely to|always"
    r"|really) )*(?:stops?|prevents?|silences?|hinders?"
    r"|gets? in|trips?|derails?|blocks?|puts?|holds?|undo)(?: (?:me|it|this|the|my|way|off|up|back|about|in"
    r"|plan)){0,4})"
    r"(?:\s+(?:is|being|would be|might be|will be|here)|['’]s|\s*[:=])+(?: that| if)?\s*[:,]?\s*(?P<snag>[^.!?;)\n]+)"
    r"|(?<!\bis )(?<!\bare )(?<!\bwas )\b(?:i['’]?m |i am |am |somewhat |a bit |bit |just )*(?:worried|scared"
    r"|afraid|nervous)(?: that| about"
    r"| of)?\s+(?P<dread>[^.!?;)\n]+)",
    re.I,
)
_MAY_NOT: Final = re.compile(
    r"(?:^\W*|[,;.]\s*|\b(?:but|though|although)\s+)(?P<snag>(?:(?:s?he|they|it|the \w+|his \w+|her \w+|my \w+)\s+"
    r"(?:may|might|could|tends? to|usually|always|probably won['’]?t|won['’]?t)|(?:s?he|they|it"
    r"|i)['’]?ll (?:probably|prob)|i (?:may|might|tend to|usually|always)"
    r"|i(?:['’]ll| will)? (?:might|may|could|probably|prob) (?:bottle|chicken|forget|freeze|lose)"
    r"|i(?:['’]?ll| will) (?:just |only )?(?:bottle|chicken|forget|freeze|panic|cave))\b[^.!?;,)\n]*)",
    re.I,
)
_WORD: Final = r"(?:zero|one|two|three|four|five|six|seven|eight|nine|ten)"
_NUMBER: Final = re.compile(
    r"(?:(?<=^)|(?<=[\s(,.;]))(?:(?:(?:i['’]?m|i am|prob(?:ably)?|about|maybe|i['’]?d say|id say|say|roughly"
    r"|confidence|confident|sure"
    r"|solid|give it|call it|around|it['’]?s|pretty|at|an?)\b[\s:,]*)*)"
    rf"(?:(?:10|\d)(?:\.5)?\s*(?:/|out of)\s*(?:10|ten)\b|{_WORD} out of (?:10|ten)\b)"
    r"(?:\s+(?:i['’]?d say|id say|sure|confident|confidence|ish|maybe|probably|tbh|i think))*",
    re.I,
)
_ACTS_THEN: Final = re.compile(
    r"\b(?:i['’]?ll|i will|i shall|i['’]?d|i would|i can|i could|i go|i do|i['’]?m \w+ing|i (?:ask|ring|text|email"
    r"|leave"
    r"|write|call|try|tell|send)|then(?! i(?:['’]m| am)\b)"
    r"|instead|we['’]?ll)\b|^(?:failing|otherwise|worst|plan b|back|as a)",
    re.I,
)
_I_WILL: Final = re.compile(
    r"\b(?:i['’]?ll|i will|i shall|i['’]?d|i would|i['’]?m going|i go|i['’]?m putting|we['’]?ll)\b", re.I
)
_BARE_VERB: Final = re.compile(rf"\W*(?:(?:then|just|simply|maybe|go and)\s+)*{VERB}\b", re.I)
_ASKED_IF: Final = re.compile(
    r"\b(?:ask(?:ing|ed)?|see|check|find out|know|wonder|tell me|say|enquire|show)\b[^,.;!?]*$", re.I
)
"""What comes after 'ask her' is a question, not a condition."""

_SPARE: Final = re.compile(r"\W*(?:failing|otherwise|worst|plan b|back|as a)\b", re.I)
_IF_SO: Final = re.compile(
    r"^(?:if so|if that happens|in that case|if not)\b,?\s*(?:(?:then|i['’]?ll|i will)\s+)*", re.I
)
_THEN: Final = re.compile(
    r"^\W*(?:(?:well|so|and|but|ok|maybe|probably|in which case|if so)\W+)*(?:(?:i['’]?d|i['’]?ll|i would"
    r"|i will|we['’]?d"
    r"|we['’]?ll)\b(?! (?:be|feel|look|lose|forget|freeze|panic|bottle|chicken|say the wrong"
    r"|probably (?:be|forget|bottle"
    r"|freeze|lose|chicken)|get (?:cold|nervous|scared|told|called|bleeped|stuck)|never|not"
    r"|just (?:freeze|forget|lose"
    r"|bottle)|have (?:to|no|too)|end up|run out|miss|give up|cave|cry|sound|come across|need|want|like"
    r"|hate|rather not)\b)"
    r"|then\b)",
    re.I,
)
_THEN_LEAD: Final = re.compile(
    r"^\W*(?:(?:well|so|and|but|ok|maybe|probably|then|in which case|if so|i['’]?d|i['’]?ll|i would|i will)\b\W*)+",
    re.I,
)
_RUN_ON: Final = re.compile(
    r"^\W*(?!if\b|when\b|unless\b|i\b|i['’])(?P<snag>[^,.;?]{8,}?)(?:,\s*|\s+)(?:so "
    r"|and )?then (?:i['’]?d |i['’]?ll |i would |i will |i )"
    r"(?P<way>\S+ .+)$",
    re.I | re.S,
)
_REMARK: Final = re.compile(
    r"^\W*(?:(?:ok|okay|well|oh|no|yes|yeah|and|but|so|right|look)\W+)*(?:(?:many )?thanks?\b.*"
    r"|thank you\b.*|cheers\b.*|ta\b.{0,12}"
    r"|(?:i am|i['’]m|much) (?:much |most |very |so )?(?:obliged|grateful)\b.*|(?:already|as i|like i"
    r"|just|i(?:['’]ve)?(?: just| already)?) "
    r"(?:said|told you)\b.{0,16}|that(?:['’]s| is|s) what i said\b.*|do(?:n['’]?t|nt) be (?:daft|silly"
    r"|stupid|ridiculous)\b.*"
    r"|(?:yes|yeah|of course|course)?\W*i(?:['’]m| am) (?:quite |very |pretty |absolutely |dead )?(?:sure"
    r"|certain)\b\W*$"
    r"|(?:you['’]re|you are|you) (?:not listening|daft|a (?:machine|robot|bot)|keep asking)\b.*|lol|haha?"
    r"|good (?:question|point|one)"
    r"|(?:yes|yeah|yep|ok|okay|fine|sure|right|honestly|goodness|bloody hell)\W*$|nice (?:try|one)"
    r"|(?:stop|quit) (?:asking|nagging)\b.*)$",
    re.I,
)
_LOOSE: Final = re.compile(r"[\s,;.]*(?:\b(?:and|but|so|then|or)\b[\s,;.]*)*$", re.I)
_FEWEST: Final = 2

_MOST: Final = 1000
"""Characters in which a plan is looked for; what a longer message says after them is left as it is."""


@dataclass(frozen=True, slots=True)
class Parted:
    """`step` is the message with all else blanked out, each character in its place; the rest are words of it."""

    step: str
    way: str | None = None
    snag: str | None = None


def parted(text: str) -> Parted:
    """The message parted. Where all of it is one 'if I get a gap I'll ask him', the act in it is the step."""
    head = _parted(text[:_MOST])
    return replace(head, step=head.step + text[_MOST:])


def _parted(text: str) -> Parted:
    veiled = without_quotations(text)
    left = _NUMBER.sub(_blank, veiled)
    way = snag = None
    for found in _WAY.finditer(left):
        told = found["way"]
        act = _IF_ACT.match(told)
        before = re.search(r"\w", left[: found.start("way")])
        if not _is_way(told, act, left[: found.start("way")]):
            continue
        if not before and re.search(r"\b(?:i['’]?ll|i will|i go(?:ing)?|i['’]?m going)\b", told, re.I) and act:
            later = left[found.end() :]
            if not _I_WILL.search(later):
                left = _blanked(left, found.start(), found.start("way") + act.start("act"))
                way = way or tidy(text[found.start("way") : found.end("way")])
                continue
        way = way or tidy(text[found.start("way") : found.end("way")])
        left = _blanked(left, found.start(), found.end())
    for found in (*_SNAG.finditer(left), *_MAY_NOT.finditer(left)):
        name = next((one for one in ("snag", "dread") if one in found.re.groupindex and found[one]), "snag")
        told = tidy(text[found.start(name) : found.end(name)])
        if _is_no_snag(told, found, name, left):
            continue
        snag = snag if snag and found.re is not _SNAG else told
        left = _blanked(left, found.start(), found.end())
    return Parted(_unveiled(text, left), way and tidy(_IF_SO.sub("", way)), snag)


def _is_way(told: str, act: re.Match[str] | None, before: str) -> bool:
    """Whether the words say what would be done then, and are not what is asked or when the step itself is done."""
    acted = _ACTS_THEN.search(told) or (act and _BARE_VERB.match(act["act"]))
    mine = (
        re.match(r"if i\b(?!\W+(?:can|could)n)", told, re.I)
        and "," not in told
        and " then " not in told
        and not _I_WILL.search(told)
    )
    asked = not _SPARE.match(told) and _ASKED_IF.search(before) and not _I_WILL.search(told)
    return bool(acted) and not (mine or asked)


def _is_no_snag(told: str, found: re.Match[str], name: str, left: str) -> bool:
    """Whether the words are too few, blanked out by now, or say that nothing may stop it."""
    if (len(told.split()) < _FEWEST and found.re is not _SNAG) or re.match(r"(?:none|nothing|no)\b", told, re.I):
        return True
    blank = not left[found.start(name) : found.end(name)].strip()
    alone = name == "snag" and found.re is _MAY_NOT and not re.search(r"\w{3}", left[: found.start()])
    return blank or alone


def before_the_way(text: str) -> str:
    """What comes before 'so if she objects I'll show her the slide': the snag itself."""
    way = parted(text).way
    return _LOOSE.sub("", text.partition(way)[0]) if way else text


def snag_and_way(text: str) -> tuple[str, str | None]:
    """A snag and what then, told one after the other without an 'if': 'ward round overruns. i'd email her'."""
    told = sentences(text)
    at = next((n for n, one in enumerate(told) if n and _THEN.match(one) and not one.rstrip().endswith("?")), None)
    if at is None:
        one = _RUN_ON.match(text) if len(told) == 1 else None
        return (one["snag"], tidy(one["way"])) if one else (text, None)
    snag = ". ".join(one.rstrip(" .") for one in told[:at])
    way = tidy(_THEN_LEAD.sub("", ". ".join(told[at:])))
    return (snag, way) if len(way.split()) >= _FEWEST and not _THEN.match(snag) else (text, None)


def without_remarks(text: str) -> str:
    """The message without thanks, assent and words on the talk itself, which are no part of a plan."""
    told = sentences(text)
    kept = [one for one in told if not _REMARK.match(one)]
    return text if len(kept) == len(told) else ". ".join(one.rstrip(" .") for one in kept)


def without_number(text: str) -> str:
    """The message without '7 out of 10' and the like, each other character in its place."""
    return _NUMBER.sub(_blank, text)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group(0))


def _blanked(text: str, start: int, end: int) -> str:
    return text[:start] + "." * min(1, end - start) + " " * max(0, end - start - 1) + text[end:]


def _unveiled(text: str, left: str) -> str:
    """What is left, with the quotations that it still has."""
    return "".join(
        own if kept not in {" ", "."} or own in {" ", "."} else kept for own, kept in zip(text, left, strict=True)
    )
