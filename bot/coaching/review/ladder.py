"""Smaller rewordings where a sentence could not be taken apart: its noun asked about, or the fact beside it."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from bot.coaching.review import matter
from bot.coaching.review.draft import Draft, Piece
from bot.coaching.review.found import Found, at
from bot.coaching.review.harsh import SHARP, THREAT, finite, kept, sharp, wounds
from bot.coaching.review.parts import core, large, plainly, small
from bot.coaching.review.stings import STINGS
from bot.coaching.reviewed import DraftKind
from bot.coaching.speech_acts import Label

_IF: Final = re.compile(
    r"^(?:and |but )?if (?P<cond>(?:it|this|that|nothing|things|the \w+(?: \w+)?|i (?:do not|don['’]?t)"
    r" hear)\b[^,]{2,40}?),? "
    r"(?:then )?(?:i|we)\b",
    re.I,
)
_FACT: Final = re.compile(
    r"\d|\b(?:not|n['’]?t|no|without|late|missing|lost|waited|cancelled|overran|delayed|half|twice|three|four"
    r"|five|six"
    r"|seven|eight|nine|ten|eleven|dozen)\b",
    re.I,
)
_MINE: Final = re.compile(r"^(?:i|we|my|our|thanks?|please|let|from (?:now|mon|next)|just|for what|half of us)\b", re.I)
_LEANS: Final = re.compile(
    r"^(?:it|this|that|these|those|he|she|they|you|your|so|and|but|because|if|what|which|there|here|one)\b", re.I
)
_OR_ELSE: Final = re.compile(
    r"^(?:i|we) (?:need|want|expect) (?P<it>it|this|that|these|them|the [\w ]{2,25}?) (?P<done>(?:\w+ed|done"
    r"|out|in)\b[^,]{0,40}?),? or\b",
    re.I,
)
_UNDONE: Final = re.compile(
    r"\b(?:not|n['’]?t|no|without|late|missing|lost|waited|cancelled|overran?|overrun|delayed|unsigned"
    r"|incomplete|missed)\b",
    re.I,
)
_PAST: Final = re.compile(
    r"\b(?:was|were|had|did|didn['’]?t|came|went|left|got|took|gave|made|lost|sent|\w{3,}ed)\b", re.I
)
_CONSEQUENCE: Final = re.compile(
    r"\b(?:anyone|those|whoever|names?|outliers?|non-?compliance|failure|compliance|bottom \w+|if (?:not|it"
    r"|this|that|i|you|we)\b.*,) ?.*"
    r"\b(?:will|['’]ll|shall|going to|named)\b|\bwill be (?:recorded|monitored|audited)\b",
    re.I,
)
_LEADING: Final = re.compile(
    r"^(?:(?:but|and|or|so|oh|well) )?(?:(?:is|are|was|were|do|does|did|has|have|would|could|should|might|ca"
    r"|wo)n['’]?t\b"
    r"|(?:is|are|was|does|do|did|would|could|should|might|shall) (?:it|there|we|you|they|that|this|any\w+|no"
    r" one|nobody) (?:not|no|really|truly|honestly|even"
    r"|just|actually|seriously|be wiser|be (?:better|simpler|kinder|safer|easier)|lot|people|kill\w*|occur)\b"
    r"|(?:is|was) (?:it|that|this) (?:really |truly |honestly "
    r")?(?:too|beyond|so|how|the way)\b|surely|do(?:es)? any(?:one|body)\b|(?:has|have|had) (?:any(?:one|body)"
    r"|you|nobody|no one)\b"
    r"|did (?:it|nobody|no one)\b|how (?:can|could|dare|many times|is it that|is (?:that|this)|hard|on earth|do"
    r" you people)|what (?:kind|sort) of|what exactly"
    r"|what (?:is|was) the point|why (?:is it|has|have|did|should|must|are|is|can['’]?t|don['’]?t|not)\b|who"
    r" (?:wouldn['’]?t|could|would|on earth)"
    r"|could it be|would (?:you|we|it) |were you|do we (?:have to|really|want)|you (?:do|did|would|know"
    r"|realise)|was that|whats the excuse|do (?:you|they) just|may i suggest|might i suggest)"
    r"|,? (?:is|are|was|do|does|did|has|have|will|would|can|could|should)(?:n['’]?t)? (?:it|they|he|she|we|you|that)$",
    re.I,
)
_SURELY: Final = re.compile(
    r"^(?:(?:but|and|or|so) )?(?:(?:would|is|do|does|did|should|are|has|have)n['’]?t (?:it|you|we|they|anyone"
    r"|anybody|a|the)\b"
    r"|(?:is|would|did|do|should) (?:it|we|you|they) not\b|surely\b|did nobody\b|does any(?:one|body) (?:here"
    r" )?(?:really|even)\b"
    r"|do (?:you|they|we) (?:even|really|honestly|lot|people)\b|have you even\b|how hard\b|would it (?:have )?kill\w*"
    r"|is it (?:really|truly) (?:too|beyond|that)|could it be that\b|were you (?:hoping|all raised)|who"
    r" (?:wouldn['’]?t|could (?:object|argue|refuse))"
    r"|how (?:can|could) (?:you|anyone|they) (?:possibly|justify|defend)|how is (?:that|this|it) (?:acceptable"
    r"|ok|safe|fair))",
    re.I,
)
_SUBJECTLESS: Final = re.compile(r"\b(?:I|my|me)\b|[:\"“]|^Regarding")
_HURT: Final = (Label.BLAME, Label.US_AND_THEM, Label.THREAT, Label.LEADING_QUESTION)
_NO_BLAME: Final = (Label.OWNERSHIP, Label.APOLOGY, Label.INVITATION, Label.OPEN_QUESTION, Label.DEFENCE, Label.HEDGE)
_CHOICE: Final = re.compile(r"\bor (?:at|not|is|do|on|in|by|after|before)\b", re.I)
_PRESSES: Final = re.compile(r"\b(?:must|need|have to|by (?:mon|tues|wednes|thurs|fri)day|from now on|expect)\b", re.I)
_HOLLOW: Final = re.compile(
    r"^(?:this is about|thank|thanks|for |regarding|re:|subject|not naming|i gather|hope)\b", re.I
)
_OPENLY: Final = re.compile(
    r"^(?:and |so )?(?:what|how|which|where|when|who)\b(?!['’]?s? (?:idea|on earth|kind|sort))", re.I
)
_OFFERS: Final = re.compile(
    r"\b(?:tell me|not you|for you|with you|happy to|together|if you (?:want|like|prefer))\b", re.I
)
_ENOUGH: Final = 2
_LONGEST_FAULT: Final = 36
_SHORTEST: Final = 4
_LONGEST_KEPT: Final = 30
_LONGEST: Final = 18


def smaller(draft: Draft, done: Sequence[tuple[int, int]]) -> Iterator[Found]:
    """A smaller find for every sentence that wounds, threatens or leads and has none among the places `done`."""
    if draft.kind is DraftKind.AGENDA:
        return
    for piece in draft.body:
        taken = any(start < piece.end and piece.start < end for start, end in done if start < end)
        if taken or len(piece.text.split()) > _LONGEST_FAULT:
            continue
        if threatens(piece):
            yield from _threat(draft, piece)
        elif leads(piece):
            yield from _asked(draft, piece)
        elif blames(piece):
            yield from _blame(draft, piece)


def threatens(piece: Piece) -> bool:
    """Whether a sentence says what will be done to whoever does not comply."""
    said = THREAT.search(piece.text) or (piece.has(Label.THREAT) and _CONSEQUENCE.search(piece.text))
    return bool(said) and not piece.has(Label.APOLOGY) and not _asks(piece) and not _OFFERS.search(piece.text)


def leads(piece: Piece) -> bool:
    """Whether a question holds its answer: by how it was read, and by how it is built."""
    said = core(piece.text)
    if not _asks(piece) or piece.has(Label.HEDGE) or _CHOICE.search(said):
        return False
    read = piece.has(Label.LEADING_QUESTION, Label.BLAME) and _LEADING.search(said)
    return bool(read or wounds(said) or _SURELY.search(said))


def blames(piece: Piece) -> bool:
    """Whether a sentence lays fault on somebody by its words, not only by how it was read."""
    said = core(piece.text)
    if _asks(piece) or _MINE.match(said) or (piece.has(*_NO_BLAME) and not piece.has(Label.BLAME)):
        return False
    return wounds(said) or bool(piece.has(Label.BLAME) and SHARP.search(said))


def _asks(piece: Piece) -> bool:
    return piece.text.rstrip(" !)\"'").endswith("?")


def _threat(draft: Draft, piece: Piece) -> Iterator[Found]:
    said = core(piece.text)
    cond, wanted = _IF.match(said), _OR_ELSE.match(said)
    if cond and not wounds(cond.group("cond")):
        yield at(piece, "threat", "if_again", {"cond": cond.group("cond").strip()}, 0.2)
    elif wanted:
        yield at(
            piece, "threat", "get_done", {"it": small(wanted.group("it")), "done": wanted.group("done").strip()}, 0.2
        )
    else:
        place = draft.body.index(piece)
        pressed = place > 0 and _PRESSES.search(draft.body[place - 1].text)
        yield at(piece, "threat", "cannot", {}, 0.0 if pressed else -0.8)
        yield from _cut(draft, piece, "threat", -0.4)


def _asked(draft: Draft, piece: Piece) -> Iterator[Found]:
    """A leading question, turned into an open one about the fact that it stands on, or left out."""
    much = 0.4 if piece.has(Label.BLAME) or wounds(piece.text) else -0.2
    if found := list(_cut(draft, piece, "leading", much)):
        yield from found
    elif fact := _near(draft, piece):
        yield at(piece, "leading", "look_fact", {"fact": fact}, much)
    elif draft.kind in {DraftKind.EMAIL, DraftKind.MESSAGE, DraftKind.PITCH}:
        yield Found("leading", "side", piece.start, piece.end, {}, much - 0.6, drops=True)


def _blame(draft: Draft, piece: Piece) -> Iterator[Found]:
    """Blame that cannot be parted from its fact: the plain fact beside it, its noun, or the sentence left out."""
    if draft.kind is DraftKind.APOLOGY:
        return
    remark = "us_and_them" if piece.has(Label.US_AND_THEM) and not piece.has(Label.BLAME) else "blame"
    fact, thing = _near(draft, piece), matter.named_in(piece.text)
    if thing and len(thing.split()) > 2 and not thing.endswith(("clinic", "service", "phone", "fridge")):
        yield Found(remark, "help_with", piece.start, piece.end, {"thing": thing}, -0.3, drops=True)
    if fact and not draft.any(Label.OPEN_QUESTION):
        form = "view" if not _UNDONE.search(fact) else "fact_past" if _PAST.search(fact) else "fact"
        yield Found(remark, form, piece.start, piece.end, {"fact": fact}, -0.4, drops=True)
    yield from _cut(draft, piece, remark, -0.6)


def _cut(draft: Draft, piece: Piece, remark: str, much: float) -> Iterator[Found]:
    """The sentence left out: what stands beside it can stand alone, or with a real question in its place."""
    if draft.kind in {DraftKind.SLIDES, DraftKind.GOAL}:
        return
    place = draft.body.index(piece)
    asked = "cut_seen" if draft.kind is DraftKind.FEEDBACK else "cut_ask"
    few = sum(one.has(Label.OPEN_QUESTION) for one in draft.body) < _ENOUGH
    for one in draft.body[max(0, place - 1) : place]:
        if _plain(one) and few and _is_fact(one) and remark != "threat":
            yield _beside(piece, one, remark, asked, much)
            return
    for one in (*draft.body[max(0, place - 1) : place], *draft.body[place + 1 : place + 2]):
        if _plain(one):
            yield _beside(piece, one, remark, "cut", much - 0.2)
            return


def _beside(piece: Piece, one: Piece, remark: str, form: str, much: float) -> Found:
    words = one.text.strip()
    slots = {"kept": words if form == "cut" else words.rstrip(" .!")}
    return Found(remark, form, min(one.start, piece.start), max(one.end, piece.end), slots, much, drops=True)


def _is_fact(piece: Piece) -> bool:
    """Whether a sentence states a fact that can be asked about: a figure or something undone, not of the doctor."""
    said = core(piece.text)
    own = _MINE.match(said) or re.search(r"\b(?:i|my|me)\b", said, re.I)
    return bool(_FACT.search(said)) and not own and not _asks(piece) and finite(said) and not piece.has(Label.COST)


def _plain(piece: Piece) -> bool:
    """Whether a sentence can stand alone: nothing in it wounds, leads or threatens, and it says something."""
    stung = any(pattern.search(piece.text) for _, pattern in STINGS)
    faulty = (
        stung or piece.has(*_HURT, Label.DEFENCE, Label.HEDGE) or leads(piece) or threatens(piece) or sharp(piece.text)
    )
    hollow = _HOLLOW.match(core(piece.text)) or (_asks(piece) and not _OPENLY.match(core(piece.text)))
    return not faulty and not hollow and _SHORTEST < len(piece.text.split()) <= _LONGEST_KEPT and finite(piece.text)


def _near(draft: Draft, piece: Piece) -> str:
    """The plain fact that stands nearest to a sentence, without colour, short enough to be said again; or ''."""
    place = draft.body.index(piece)
    around = sorted(
        (one for one in draft.body if one is not piece), key=lambda one: (abs(draft.body.index(one) - place), one.start)
    )
    for one in around[:2]:
        said = plainly(one.text)
        plain = one.has(Label.ASSERTION) and not one.has(*_HURT, *_NO_BLAME, Label.COST, Label.PUSH, Label.JARGON)
        short = len(said.split()) <= _LONGEST and kept(one.text) == said and finite(said)
        stands = not any(pattern.search(said) for pattern in (_MINE, _LEANS, _SUBJECTLESS))
        if plain and short and stands and _FACT.search(said) and not _asks(one):
            return large(said)
    return ""
