"""Blame, us-and-them and threats, taken apart so that they can be said as what was seen, and asked."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from bot.coaching.review import verbs
from bot.coaching.review.draft import Draft, Piece
from bot.coaching.review.fault_forms import BLAMES, THREATS
from bot.coaching.review.found import Found, at
from bot.coaching.review.harsh import SHARP, kept, wounds
from bot.coaching.review.parts import core, large, object_of, plainly, small, up_to_break
from bot.coaching.reviewed import DraftKind
from bot.coaching.speech_acts import Label

_SEEN: Final = re.compile(
    r"\b(?:not|n['’]?t|no|without|late|missing|incomplete|unfinished|wrong|lost|empty|unanswered|never|delayed"
    r"|overdue|poor|inadequate|substandard"
    r"|failed|cancelled|blank|unsigned|incorrect)\b",
    re.I,
)
_GOES_ON: Final = re.compile(r"\b(?:are|is|being|keeps?|['’]re|do(?:es)?n['’]?t|half)\b", re.I)
_IF_NOT: Final = re.compile(r"if (?:i|you|this|it|we|they)\b.*\b(?:i|we)(?:['’]ll| will| shall)\b", re.I)
_PAST: Final = re.compile(
    r"(?:\w+ed|got|came|went|did|had|was|were|told|said|took|gave|saw|made|sent|left|rang|wrote)\b", re.I
)
_UNDONE: Final = re.compile(
    r"\b(?:not|no|without|late|missing|incomplete|unfinished|unanswered|never|nobody|no one|delayed|overdue|blank"
    r"|unsigned|overran?|waited)\b|n['’]t\b",
    re.I,
)
"""What was not done: something got in its way. What was done came about."""

_FEWEST: Final = 4
_OF_MINE: Final = re.compile(
    r"^(?:i (?!have come|came|was not|wasn)|my|we|our|some of us|us|you (?:feel|felt|told|said|mentioned|asked|wrote)"
    r"|thank|lovely|stop|write|leave|one would|it['’]?s not|is|it is not|what|who|the idea)\b",
    re.I,
)
_ACTED: Final = re.compile(
    r"you (?:\w+ed|left|sent|gave|forgot|did|didn['’]?t|took|went|told|let|made|wrote|rang|spoke)\b", re.I
)
_TO_COME: Final = re.compile(r"\b(?:will|won['’]?t|shall|from (?:now|next|mon|tues|wednes|thurs|fri)\w*|if)\b", re.I)
_SURENESS: Final = {"view": -0.3, "complains": -1.2, "worries": -0.8, "fact": 0.3, "fact_past": 0.3, "did": 0.3}
"""How far a form is worth more or less than others: some only fit loosely."""

_CERTAIN: Final = frozenset(
    {"noticed_that", "times", "noticed_act", "help_of", "to_them", "mean_for", "not_done", "complains", "got_in_way"}
)
"""Forms whose words alone are blame, whatever the sentence was read as."""


def blames(draft: Draft) -> Iterator[Found]:
    """Sentences that lay fault on somebody, or set a group against another."""
    for piece in draft.body if draft.kind is not DraftKind.APOLOGY else ():
        if piece.has(Label.LEADING_QUESTION, Label.APOLOGY, Label.THREAT, Label.OPEN_QUESTION):
            continue
        if piece.has(Label.OWNERSHIP) or piece.text.rstrip().endswith("?"):
            continue
        parted = _blame(piece, junior=draft.kind is DraftKind.FEEDBACK)
        if parted and piece.has(Label.COST) and parted[0] in {"fact", "fact_past"}:
            continue
        if parted and (
            piece.has(Label.BLAME, Label.US_AND_THEM) or parted[0] in _CERTAIN or "refus" in piece.text.casefold()
        ):
            united = piece.has(Label.US_AND_THEM)
            yield at(
                piece.upto(parted[1]),
                "us_and_them" if united else "blame",
                parted[0],
                parted[1],
                _SURENESS.get(parted[0], 0.4),
            )


def _blame(piece: Piece, *, junior: bool) -> tuple[str, Mapping[str, str]] | None:
    said = plainly(piece.text)
    for form, pattern in BLAMES:
        found = pattern.match(said) or pattern.match(core(piece.text))
        if found:
            slots = _blame_slots(form, {name: value or "" for name, value in found.groupdict().items()})
            if slots is not None:
                return (form if form != "fact" or _GOES_ON.search(slots["fact"]) else "fact_past"), slots
    return _seen(piece, junior=junior)


def _seen(piece: Piece, *, junior: bool) -> tuple[str, Mapping[str, str]] | None:
    """What is left of an accusation as something seen, with a question behind it; no accusation, nothing."""
    fact = kept(piece.text)
    charge = wounds(piece.text) or (not junior and SHARP.search(piece.text))
    if not fact or not charge or _TO_COME.search(fact) or _OF_MINE.match(fact) or ". " in fact:
        return None
    acted = _ACTED.match(fact)
    if acted and junior:
        return "did", {"fact": large(fact)}
    if not _SEEN.search(fact):
        calmer = _FEWEST < len(fact.split()) < len(core(piece.text).split())
        form = "come_about" if fact.casefold().startswith("you") else "view"
        return (form, {"fact": large(fact)}) if calmer else None
    if not acted and not _UNDONE.search(fact):
        return "come_about", {"fact": large(fact)}
    return ("did" if acted else "fact" if _GOES_ON.search(fact) else "fact_past"), {"fact": large(fact)}


def _blame_slots(form: str, got: Mapping[str, str]) -> Mapping[str, str] | None:
    who = re.sub(r"\s+(?:again|still|currently|constantly|always|just)$", "", got.get("who", ""), flags=re.I)
    act, fact = got.get("act", ""), got.get("fact", "")
    if form in {"help", "help_of", "to_them"} and (
        re.match(r"(?:i|we|it|this|that|there|which|who)$", who, re.I) or len(who.split()) > 4
    ):
        return None
    verb, _, rest = act.partition(" ")
    if form == "help" and act:
        act = f"{verbs.plain(verb)} {rest}".strip()
    act = re.sub(r"\banything\b", "something", re.sub(r"\s+again\b", "", act))
    act = re.split(r",\s| and ", up_to_break(act), maxsplit=1)[0] if act else ""
    doing = got.get("doing", "") or (verbs.gerund(act) if act else "")
    if form == "got_in_way":
        ing = verbs.ing_of_done(got["done"])
        doing = f"{ing} {got['rest']}".strip() if ing else ""
    if form == "help" and _PAST.match(act):
        return None
    if form in {"times", "help", "noticed_act"} and not act:
        return None
    if form in {"noticed", "got_in_way"} and not doing:
        return None
    side = "your end" if who.casefold().startswith("you") else "their end"
    return {
        "who": small(who), "object": object_of(who) if who else "", "act": act, "doing": up_to_break(doing) or doing,
        "fact": large(fact), "rest": got.get("rest", ""), "side": side, "This": large(who),
    }  # fmt: skip


def threats(draft: Draft) -> Iterator[Found]:
    """What is announced to whoever does not comply."""
    for piece in draft.body:
        said = core(piece.text)
        for form, pattern in THREATS:
            found = pattern.search(said)
            if (
                not found
                or (
                    form not in {"audited", "attended", "failure"}
                    and not (piece.has(Label.THREAT) or _IF_NOT.match(said))
                )
                or piece.has(Label.APOLOGY)
            ):
                continue
            got = {name: small(value or "") for name, value in found.groupdict().items()}
            got["act"] = re.sub(r"^comply(?: with .*)?$", "do it", got.get("act", ""))
            if form == "instead" and not verbs.orders(got["act"]):
                continue
            if form == "audited" and not piece.has(Label.THREAT, Label.PUSH) and got["thing"] in {"this", "it"}:
                continue
            yield at(
                piece,
                "threat",
                form,
                {**got, "What": large(got.get("what", "")), "Thing": large(got.get("thing", ""))},
                0.5,
            )
            break
