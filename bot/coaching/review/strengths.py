"""What works in a draft: true things, each with its place in the doctor's own words; never praise that is made up."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from bot.coaching.review.draft import Draft, Piece
from bot.coaching.review.harsh import PEOPLE
from bot.coaching.review.plainest import PLAINEST, Seen, faulty, plainest
from bot.coaching.review.remarks import Remarks
from bot.coaching.reviewed import DraftKind, Strength
from bot.coaching.speech_acts import Label

_MINE: Final = re.compile(
    r"\b(?:i(?:['’]ll| will)|ill|i(?:['’]d| would) (?:do|run|take|hold|bring|come)|i(?:['’]ve| have) (?:asked|started"
    r"|booked|told)|i can (?:come|run|do|take|bring))\b(?! (?:have to|go to|escalate|be (?:forced|going)|feel))",
    re.I,
)
_WRONG: Final = re.compile(
    r"\b(?:i (?:was (?:short|rude|wrong|sharp|abrupt|late)|got (?:it|that) wrong|missed|forgot|did not|didn['’]?t"
    r"|hadn['’]?t|should(?:n['’]t)? have|shouted|snapped|rewrote|kept|never asked|assumed|jump|corrected|bottled"
    r"|called your)|my (?:own|slip|mistake|fault|error))\b",
    re.I,
)
_OWN_RUN: Final = re.compile(
    r"\bi (?:should(?:n['’]t)? have|did not|didn['’]?t|was (?:wrong|rude|short)|shouted"
    r"|snapped)\b[^.,;?!]{5,60}$|\bi "
    r"(?:should(?:n['’]t)? have)\b[^.,;?!]{5,60}",
    re.I,
)
_DOUBT: Final = re.compile(
    r"\b(?:i(?:['’]m| am) not (?:sure|certain)|i don['’]?t (?:yet )?know|i dont know|we don['’]?t (?:yet )?know"
    r"|may(?: well)? be wrong|half (?:the|of) (?:the )?(?:picture|it)|i may be|i might be|no evidence|can['’]?t prove"
    r"|can['’]?t vouch|i (?:only )?(?:ever )?(?:see|know|hear) (?:only )?(?:it from )?one side|one side of it|i "
    r"suspect|i could(?: well)? (?:be|have)|know nothing|no idea)\b",
    re.I,
)
_TEST: Final = re.compile(
    r"\b(?:try|trial|pilot|test)\b[^.?!]{0,60}\b(?:week|fortnight|month|day|bay|ward|bed|list|shift|clinic|beds"
    r"|easter"
    r"|christmas)|\bfor (?:a|one|two|three|four|six|\d+) (?:week|month|fortnight)s?\b|\bfortnight\b|\bif it (?:makes"
    r"|does)[^.]{3,40}we stop\b|\bfirst (?:(?:two|three) (?:weeks|evenings|mornings|shifts)|week)\b",
    re.I,
)
_FIGURE: Final = re.compile(
    r"\b(?:\d[\d,.]*\s?(?:%|per cent|hours?|hrs?|minutes|mins|days|patients|times|courses|charts|cases|out of|in \d+)"
    r"|one in \w+|\d+ of \d+|\d+ out of \d+|from \d[\w%]* to \d[\w%]*|half (?:of|arrive))\b[^.,;?!]{0,50}",
    re.I,
)
_SPECIFIC: Final = re.compile(
    r"\b(?:(?:at|on|in|during) (?:the )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:['’]s)? )?(?:board"
    r" round|ward "
    r"round|handover|huddle|clinic|theatre|mdt|teaching|phone|trauma meeting)(?: (?:on|this|last) (?:(?:mon|tues"
    r"|wednes|thurs|fri|satur|sun)day|week|night))?|on (?:mon|tues|wednes|thurs|fri|satur|sun)day(?:['’]s \w+)?)\b",
    re.I,
)
_THANKS: Final = re.compile(
    r"\b(?:thank(?:s| you) for (?!asking|the \d|the spreadsheet|(?:your (?:time|help|attention|cooperation"
    r"|understanding|patience|support)\b|reading"
    r"|listening|all you do))[^.?!]{5,}|you were right|credit|quite rightly|(?:nurses?|team|they|clerks?|registrars) "
    r"(?:cut|set|chose|came up with|noticed)|nobody (?:here )?was careless|well paced|no one['’]s in trouble)",
    re.I,
)
_WHOM: Final = re.compile(
    r"\bby (?:\d{1,2} \w+|the end of \w+|christmas|easter|january|february|march|april|may|june|july|august|september"
    r"|october|november|december|monday|friday)\b",
    re.I,
)
_WENT_WELL: Final = re.compile(
    r"\b(?:you (?:called|clerked|examined|wrote|found|sat|went|spoke|came|saw|made|gave|let|named|told|asked|got"
    r"|stayed|noticed|caught|spotted|handled|explained|listened|took|held|kept|rang|picked up)\b[^.?!]{8,}|(?:was"
    r"|were) (?:clear|calm|kind|thorough|well paced)[^.?!]*)",
    re.I,
)
_NOT_WELL: Final = re.compile(
    r"\?\s*$|\b(?:waited|late|but|without|not|only|too|instead|however|failed|missed|weren|wasn|didn)\b|n['’]t\b", re.I
)
_CHANGED: Final = re.compile(
    r"\b(?:i(?:['’]ve| have) (?:asked|told|spoken|arranged|booked|changed|moved)|from now on|next time i|i(?:['’]ll| "
    r"will) (?:try|speak|ring|ask|say|tell)|i shall|and i will)\b",
    re.I,
)
_OTHER_SIDE: Final = re.compile(
    r"\b(?:i know (?:that )?(?:you(?:['’]re| are| have|['’]ve)|your team|it['’]?s)|you have a (?:hard"
    r"|difficult)|must be (?:hard|hell|miserable)"
    r"|i can (?:see|imagine)|makes? your \w+ (?:harder|worse)|i (?:do )?understand (?:that )?you|nobody['’]?s?"
    r" (?:here )?(?:is |was )?(?:careless|in trouble)"
    r"|not your fault|you had every (?:right|reason)|you were right|two \w+ short)",
    re.I,
)
_WITHIN: Final = frozenset({"by_when", "short", "few_items", "no_blame", "real_problem"})
_SET: Final = re.compile(r"\b(?:whose fault|are we still|on earth|to blame)\b", re.I)
_ASKS_IN: Final = re.compile(
    r"\?|\b(?:you|your|please|tell|come|join|bring|add|alter|change|let['’]?s|lets|welcome|send|anyone|anybody"
    r"|volunteer\w*|chuck|shout"
    r"|happy|glad|grateful|scribble|mark|rip|invite)\b",
    re.I,
)
_TWO: Final = 2


def strengths(draft: Draft, remarks: Remarks, taken: Sequence[tuple[int, int]]) -> tuple[Strength, ...]:
    """Two things that work, the most telling first; `taken` are the places that are to be changed.

    A day, a figure or a plain wish in a sentence that is to be changed is still right; the rest of it is not praised.
    """
    seen = [one for one in _all(draft) if one.id in remarks.strengths]
    free = [one for one in seen if one.id in _WITHIN or not any(_meet(one.start, one.end, *place) for place in taken)]
    ranked = sorted(free, key=lambda one: (-remarks.strengths[one.id].weight_in(draft.kind), one.start))
    chosen: list[Seen] = []
    for one in ranked:
        worth = remarks.strengths[one.id].weight_in(draft.kind) > 0
        new = all(one.id != other.id and not _meet(one.start, one.end, other.start, other.end) for other in chosen)
        if worth and len(chosen) < _TWO and (new or (one.id in PLAINEST and all(one.id != each.id for each in chosen))):
            chosen.append(one)
    return tuple(_told(draft, remarks, one) for one in chosen)


def _meet(start: int, end: int, other: int, its_end: int) -> bool:
    return start < its_end and other < end


def _told(draft: Draft, remarks: Remarks, one: Seen) -> Strength:
    why = remarks.strengths[one.id].why
    words = draft.text[one.start : one.end]
    return Strength(id=one.id, start=one.start, end=one.end, words=words, why=why[len(words) % len(why)])


def _all(draft: Draft) -> Iterator[Seen]:
    kind = draft.kind
    for number, piece in enumerate(draft.body):
        if faulty(piece):
            if kind is DraftKind.APOLOGY and not piece.has(Label.BLAME) and (found := _OWN_RUN.search(piece.text)):
                yield _run(piece, "own_slip", found)
            continue
        yield from _by_label(piece, number)
        yield from _by_words(piece)
        if kind is DraftKind.APOLOGY:
            yield from _of_apology(piece)
        if kind is DraftKind.FEEDBACK and (found := _WENT_WELL.search(piece.text)) and not _NOT_WELL.search(piece.text):
            yield _run(piece, "went_well", found)
    yield from _places(draft)
    yield from plainest(draft)


def _by_label(piece: Piece, number: int) -> Iterator[Seen]:
    whole = (piece.start, piece.end)
    asked = piece.text.rstrip(" !)\"'").endswith("?")
    if (
        piece.has(Label.OPEN_QUESTION)
        and not _SET.search(piece.text)
        and (
            asked
            or re.match(
                r"\W*(?:so |and )?(?:tell|talk|walk|what|how|who|which|where|i['’]?d (?:like|love) to (?:hear|know"
                r"|understand))\b",
                piece.text,
                re.I,
            )
        )
    ):
        yield Seen("real_question", *whole)
    if piece.has(Label.INVITATION) and not piece.has(Label.HEDGE) and _ASKS_IN.search(piece.text):
        yield Seen("invitation", *whole)
    if (
        PEOPLE.search(piece.text)
        and piece.has(Label.PATIENT_BENEFIT)
        and not piece.has(Label.COST)
        and not re.search(r"\bnobody ever\b|\byou\b", piece.text, re.I)
    ):
        yield Seen("patient_first" if number == 0 else "patient", *whole)
    if piece.has(Label.LISTENING):
        yield Seen("listened", *whole)
    if (
        piece.has(Label.CLOSED_QUESTION)
        and asked
        and not piece.has(Label.HEDGE, Label.COST)
        and not re.match(r"\W*any ", piece.text, re.I)
    ):
        yield Seen("plain_question", *whole)


def _by_words(piece: Piece) -> Iterator[Seen]:
    if piece.has(Label.HEDGE):
        return
    for name, pattern in (
        ("own_slip", _WRONG),
        ("own_doubt", _DOUBT),
        ("own_part", _MINE),
        ("small_test", _TEST),
        ("credit", _THANKS),
        ("other_side", _OTHER_SIDE),
    ):
        if pattern.search(piece.text) and not (name == "own_slip" and piece.text.rstrip().endswith("?")):
            yield Seen(name, piece.start, piece.end)
    if (found := _FIGURE.search(piece.text)) and not piece.has(Label.COST):
        yield _run(piece, "figure", found)


def _of_apology(piece: Piece) -> Iterator[Seen]:
    if (
        piece.has(Label.APOLOGY)
        and re.search(r"\bi\b|\bmy\b", piece.text, re.I)
        and not re.search(r"\bif\b|\bbut\b|\bany\b", piece.text, re.I)
        and len(piece.text.split()) > 4
    ):
        yield Seen("plain_sorry", piece.start, piece.end)
    if re.search(
        r"\bno excuse\b|\bnot an excuse\b|\b(?:doesn['’]?t|does not) excuse\b|\bmine to manage\b", piece.text, re.I
    ):
        yield Seen("no_excuse", piece.start, piece.end)
    if _CHANGED.search(piece.text):
        yield Seen("what_changes", piece.start, piece.end)


def _places(draft: Draft) -> Iterator[Seen]:
    """Days and places, also in sentences that are to be changed: naming them is right."""
    for piece in draft.body:
        if faulty(piece):
            continue
        if found := _SPECIFIC.search(piece.text):
            yield _run(piece, "specific", found)
        if (found := _WHOM.search(piece.text)) and draft.kind is DraftKind.GOAL:
            yield _run(piece, "by_when", found)


def _run(piece: Piece, name: str, found: re.Match[str]) -> Seen:
    words = found.group(0)
    return Seen(name, piece.start + found.start(), piece.start + found.start() + len(words.rstrip(" ,.;")))
