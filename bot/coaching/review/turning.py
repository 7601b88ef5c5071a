"""Orders and leading questions in a draft, taken apart so that they can be asked instead."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from bot.coaching.review import verbs
from bot.coaching.review.draft import Draft, Piece
from bot.coaching.review.found import Found, at
from bot.coaching.review.harsh import finite
from bot.coaching.review.leading_forms import QUESTIONS
from bot.coaching.review.parts import core, object_of, small, up_to_break
from bot.coaching.reviewed import DraftKind
from bot.coaching.speech_acts import Label

_WHEN: Final = re.compile(
    r"^(?P<when>(?:from|as of|starting|by|before|after|in) (?:now on|today|tomorrow|next \w+|\d[\w:.]*(?: \w+)?|the \w+"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: (?:morning|\d+ \w+))?"
    r"|(?:january|february|march|april|may|june|july|august|september|october|november|december)))\b,?\s+(?P<rest>.+)$",
    re.I,
)
_MODAL: Final = re.compile(
    r"^(?P<subject>[^,;:?]{1,60}?),?\s+(?:really |all |now |just )?(?:must|needs? to|ha(?:ve|s) to|has got to|have"
    r" got to"
    r"|should|ought to|(?:are|is|will be|am) (?:now |all )?(?:expected|required|obliged|asked|instructed"
    r"|to be expected) to|(?:are|is) to(?= )|got to)\s+"
    r"(?:all |just |now |also |please |simply |really )?(?P<act>[a-z][\w'’-]*\b.*)$",
    re.I,
)
_STRONG: Final = re.compile(
    r"\b(?:must|MUST|NEED TO|HAVE TO|ha(?:ve|s) (?:got )?to|no excuses|without fail|with immediate effect|mandatory"
    r"|compulsory|expected to|required to|comply|compliance|not optional|no exceptions|(?:from|as of) (?:now|monday"
    r"|tuesday|wednesday|thursday|friday"
    r"|next week|\d)"
    r"|needs? to|stop \w+ing|PLEASE|sort(?:ed)? (?:it )?out|i expect (?:every|all|you|each)\w*)\b"
)
_NEED_THAT: Final = re.compile(
    r"^(?:i|we) (?:need|want|expect|require) (?P<subject>(?!to\b)[^,]{2,40}?) to (?P<act>.+)$", re.I
)
_CAN_ALL: Final = re.compile(
    r"^(?:can|could|will|would) (?P<subject>every(?:one|body)|you all|all of you|people|the \w+(?: \w+)?) (?:please "
    r")?(?P<act>stop .+)$",
    re.I,
)
_SURE: Final = re.compile(
    r"^(?:please )?(?:ensure|make sure)(?: that)? (?P<subject>.{2,50}?) (?:are|is|gets?|be) (?P<act>.+)$", re.I
)
_NEED_DONE: Final = re.compile(
    r"^(?:i |we )?(?:need|want) (?P<it>it|this|that|these|them|all \w+|the [\w ]{2,25}?) (?P<done>(?:\w+ed|done|gone"
    r"|in|finished|out)\b.*)$",
    re.I,
)
_DECIDE: Final = re.compile(
    r"^(?:i|we) (?:need|want|expect|require) (?:an?|your) (?:\w+ )?(?P<what>decision|answer|reply|response)\b,? "
    r"?(?P<when>today|tomorrow|this week|by [\w ]{3,20})?$",
    re.I,
)
_BEFORE: Final = re.compile(
    r"^.*\b(?:so|and|but|then|because|(?<!aware )(?<!know )(?<!understand )that)\s+(?=\S)", re.I
)
"""What stands before the clause that orders."""

_NOT_A_SUBJECT: Final = re.compile(
    r"\b(?:if|when|who|which|that|because|i know|i think|what|how|why|as|sorry|but|where|though|do|does|did|not"
    r"|\w+n['’]t|dont|doesnt|didnt|cant|wont"
    r"|nobody|no one|someone|somebody)\b|^(?:it|there|i|this|that)$",
    re.I,
)
_FIRST_VERB: Final = re.compile(r"^(?:please|kindly|pls|plz)\s+", re.I)
_COURTEOUS: Final = re.compile(r"(?:please|kindly|pls|plz)\b", re.I)
_NO_ACT: Final = re.compile(
    r"^(?:be (?:honest|said|fair)|say|admit|apologise|ask|know|have (?:been|known|done|had|\w+ed))\b", re.I
)

_BY_FORM: Final = frozenset(
    {
        "hard",
        "weigh",
        "thinking",
        "before",
        "does_to",
        "make_no",
        "leads_to",
        "way",
        "way_of",
        "way_past",
        "mine",
        "look_at",
    }
)
_OPEN_WHY: Final = re.compile(r"^(?:what|how do|how did|how would)\b", re.I)
_OFFERS: Final = re.compile(r"\byou like\b|\bif you\b|\bfeel free\b", re.I)
_TAIL: Final = re.compile(
    r"(?:,? (?:is it|are they|would you|do you|or is (?:that|it|this) .*|or did .*|or do .*|or are .*|for a change"
    r"|before they go|for once|already|as usual|like everyone else|then|right))+$",
    re.I,
)
_EMPTY: Final = re.compile(
    r"^(?:\w+ )?(?:this|that|it|so|then)$|^(?:see|agree|know|understand|tell|think|imagine|realise|remember)\b", re.I
)


def orders(draft: Draft) -> Iterator[Found]:
    """Sentences that order, with what they order taken apart."""
    pushes = [one for one in draft.body if (one.has(Label.PUSH) or _STRONG.search(one.text)) and _order(one.text)]
    several = sum(bool(_STRONG.search(one.text)) for one in pushes) > 1
    for piece in draft.body:
        if piece.has(
            Label.OPEN_QUESTION, Label.HEDGE, Label.APOLOGY, Label.LISTENING, Label.LEADING_QUESTION, Label.THREAT
        ):
            continue
        parted = _order(piece.text) if not _COURTEOUS.match(core(piece.text)) else None
        if parted and draft.kind is DraftKind.FEEDBACK and parted[0] in {"you", "order"}:
            parted = "learn", parted[1]
        if not parted or (piece not in pushes and draft.kind is not DraftKind.FEEDBACK):
            continue
        form, slots = parted
        strong = bool(_STRONG.search(piece.text))
        if draft.kind is DraftKind.SLIDES and not strong:
            continue
        if form == "order" and (
            draft.kind in {DraftKind.AGENDA, DraftKind.SLIDES}
            or piece.has(Label.INVITATION)
            or _OFFERS.search(piece.text)
        ):
            continue
        own = slots.get("object", "") in {"us", "me"}
        mild = own or piece.has(Label.INVITATION) or not (several or _hard(draft))
        if not strong and mild and draft.kind is not DraftKind.FEEDBACK:
            continue
        much = (1.0 if piece.has(Label.PUSH) and strong else 0.0) + 0.4 * (len(pushes) - 1) - own
        yield at(piece.upto(slots) if form == "you" else piece, "order", form, slots, much)


def _hard(draft: Draft) -> bool:
    """Whether the draft presses elsewhere too: a single 'please' is only manners."""
    return draft.any(Label.BLAME, Label.THREAT, Label.US_AND_THEM, Label.COST)


def _order(text: str) -> tuple[str, Mapping[str, str]] | None:
    said = core(text)
    when = _WHEN.match(said)
    time, said = (f" {small(when.group('when'))}", when.group("rest")) if when else ("", said)
    for pattern in (_NEED_THAT, _CAN_ALL, _MODAL):
        found = pattern.match(said)
        if found:
            return _modal(found.group("subject"), found.group("act"), time)
    wanted = _NEED_DONE.match(said)
    if wanted:
        return "get_done", {
            "it": small(wanted.group("it")),
            "done": up_to_break(wanted.group("done"), 14) or wanted.group("done"),
            "when": time,
        }
    decide = _DECIDE.match(said)
    if decide:
        return "decide", {
            "what": decide.group("what"),
            "when": f" {decide.group('when')}" if decide.group("when") else time,
        }
    sure = _SURE.match(said)
    if sure:
        return _modal(sure.group("subject"), f"be {sure.group('act')}", time)
    bare = _FIRST_VERB.sub("", said)
    if verbs.orders(bare) and not verbs.asks_little(bare):
        act = up_to_break(bare)
        return ("order", {"act": _own(small(act)), "when": time}) if act and not _vague(act) else None
    return None


def _modal(subject: str, act: str, time: str) -> tuple[str, Mapping[str, str]] | None:
    act = up_to_break(act, 20)
    subject = _BEFORE.sub("", subject).strip()
    if not act or _NOT_A_SUBJECT.search(subject) or _NO_ACT.match(act) or len(subject.split()) > 7 or _vague(act):
        return None
    subject = re.sub(r"^[A-Z][\w'-]+,? (?=you$)", "", subject)
    if re.fullmatch(r"(?:all of )?(?:you|you all|you guys)", subject, re.I):
        return "you", {"act": _own(act), "when": time}
    return "others", {"subject": small(subject), "object": object_of(subject), "act": act, "when": time}


def _own(act: str) -> str:
    return re.sub(r"\bplease \b", "", act, flags=re.I)


def _vague(act: str) -> bool:
    return len(act.split()) < 2 or bool(
        re.match(r"(?:be )?(?:aware|mindful|careful|clear)\b|do (?:better|more)\b", act, re.I)
    )


def leading(draft: Draft) -> Iterator[Found]:
    """Questions that hold their own answer, and what they are about."""
    for piece in draft.body:
        if not piece.text.rstrip().endswith("?") and not piece.has(Label.LEADING_QUESTION):
            continue
        parted = _question(piece)
        if parted and (piece.has(Label.LEADING_QUESTION) or _leads(piece, parted[0])):
            yield at(piece, "leading", parted[0], parted[1], 1.0 if piece.has(Label.BLAME) else 0.0)


def leads(piece: Piece) -> bool:
    """Whether a sentence is a question that leads by its very form, whatever it was read as."""
    parted = _question(piece) if piece.text.rstrip().endswith("?") else None
    return parted is not None and _leads(piece, parted[0])


def _leads(piece: Piece, form: str) -> bool:
    return (form in _BY_FORM and not _OPEN_WHY.match(piece.text)) or bool(_CONSIDERED.match(core(piece.text)))


def _question(piece: Piece) -> tuple[str, Mapping[str, str]] | None:
    said = _TAIL.sub("", core(piece.text.replace("?", "")))
    for form, pattern in QUESTIONS:
        found = pattern.match(said)
        if found:
            slots = _slots(form, {name: value or "" for name, value in found.groupdict().items()})
            return (form, slots) if slots else None
    return None


_CONSIDERED: Final = re.compile(r"^have you (?:ever |not )?(?:considered|thought (?:of|about))\b", re.I)


def _slots(form: str, got: Mapping[str, str]) -> Mapping[str, str] | None:
    """The words of a question as its pattern needs them; None where it cannot be said safely."""
    act, thing, claim = (got.get(name, "") for name in ("act", "thing", "claim"))
    short = up_to_break(act) if act else ""
    if claim and not finite(claim):
        return None
    if (act and (not short or _EMPTY.match(short) or " than " in short)) or (thing and len(thing.split()) > 12):
        return None
    if form in {"way_past", "fixed"} and verbs.ing_of_done(got["done"]) is None:
        return None
    return {"claim": small(claim.strip())}
