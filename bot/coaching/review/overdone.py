"""What is laid on too thick: pathos, 'everyone knows', words that nobody says on a ward, an agenda for a whole day."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from bot.coaching.review.draft import Draft, Piece
from bot.coaching.review.found import Found
from bot.coaching.review.parts import core, large
from bot.coaching.reviewed import DraftKind

_PATHOS: Final = re.compile(
    r"\b(?:drowning|(?:beating )?heart of the nhs|heroes|brave young|hope in their hearts|with (?:heavy|broken)"
    r" hearts?|on (?:our|their) knees"
    r"|(?:at |past |beyond )(?:the )?breaking point|broken people|blood,? sweat|dying on their feet|ticking time"
    r" ?bomb|perfect storm|lambs to the slaughter"
    r"|titanic|war ?zone|battlefield|third[- ]world|warriors|angels|guardian angels|bottom of (?:my|our) hearts?"
    r"|without them there is nothing|like animals|like cattle|soul[- ]destroying"
    r"|lives are (?:at stake|being lost)|people (?:will|are going to) die|bleeding (?:us )?dry|on its knees"
    r"|catastroph\w+|carnage|apocaly\w+)\b",
    re.I,
)
_CLAIM: Final = re.compile(
    r"^\W*(?:(?:literally|basically|look|so|and|as) )*(?:every(?:one|body)|we all|literally every(?:one|body)|any"
    r"(?:one|body) with half a brain|any fool) (?:here |on the ward )?(?:knows|agrees|can see|thinks|says|accepts)"
    r"(?: that)? (?P<claim>.+)$",
    re.I,
)
_ALL: Final = re.compile(
    r"\b(?:every other (?:hospital|trust|department|ward|team|deanery)|literally (?:no ?one|nobody|every\w+)|no[-"
    r" ]brainer|no ?one (?:likes|wants|uses)|nobody (?:likes|wants|uses)|all other (?:hospitals|trusts))\b",
    re.I,
)
_TRADE: Final = re.compile(
    r"\b(?:leverag\w+|synerg\w+|cross[- ]functional|stakeholders?|step[- ]change|driv(?:e|ing) forward"
    r"|optimi[sz]\w+|ecosystem|change agent"
    r"|paradigm\w*|transformation\w*|holistic\w*|value[- ]add\w*|deliverables?|workstreams?|alignment|agile"
    r"|scalab\w+|robust|granular\w*|kpis?"
    r"|bandwidth|operationali[sz]\w+|impactful|best[- ]in[- ]class|seamless\w*|innovative|empower\w*|enablers?"
    r"|roadmap|strategic\w*|actionable"
    r"|utili[sz]\w+|co-?produc\w+|cascad\w+|touchpoints?|low[- ]hanging|quick wins|blue[- ]sky|proactive\w*|going"
    r" forward|capability|buy-in|at pace|at scale|horizon)\b",
    re.I,
)
_MANY: Final = 3
_GRIPE: Final = re.compile(
    r"^(?P<what>.*\b(?:annoy\w+|moan\w*|rant\w*|grumbl\w*|gripes?|whing\w+|complain\w*|pet hates?|everything "
    r"(?:that(?:['’]s| is) )?wrong|fed up|winding me up|bugging me|doing my head in)\b.*)$",
    re.I,
)
_WHY: Final = re.compile(
    r"^(?P<head>[^:?]{3,40}): (?:why (?:are|is|do|does|can['’]?t|don['’]?t|have) (?:we|they|it|you)(?: still)?(?:"
    r" not| never)? (?P<act>(?:\w+ing)\b[^?(]*))\??",
    re.I,
)
_MINUTES: Final = re.compile(r"\b(?P<many>\d{1,3}) ?(?:mins?|minutes)\b", re.I)
_ITEMS: Final = 8
_EACH: Final = 5
_OVER: Final = 1.2
_SHORT: Final = re.compile(r"\s*\(\d{1,3}(?: ?(?:mins?|minutes))?\)\s*$", re.I)


def overdone(draft: Draft) -> Iterator[Found]:
    """Every find of what is laid on too thick."""
    yield from _trade(draft)
    if draft.kind is DraftKind.AGENDA:
        yield from _gripes(draft)
        yield from _full(draft)
        return
    if draft.kind in {DraftKind.APOLOGY, DraftKind.GOAL, DraftKind.FEEDBACK}:
        return
    yield from _claims(draft)
    for run in _runs([one for one in draft.body if _PATHOS.search(one.text)], draft):
        yield Found("pathos", "fact", run[0].start, run[-1].end, {}, 0.3 * min(len(run), 3), drops=True)


def _runs(found: Sequence[Piece], draft: Draft) -> Iterator[list[Piece]]:
    body = draft.body
    run: list[Piece] = []
    for one in found:
        if run and body.index(one) != body.index(run[-1]) + 1:
            yield run
            run = []
        run.append(one)
    if run:
        yield run


def _claims(draft: Draft) -> Iterator[Found]:
    """What everybody is said to know, as what the doctor thinks; what is said of all others, as one that is known."""
    for piece in draft.body:
        said = _CLAIM.match(core(piece.text))
        if said and not piece.text.rstrip().endswith("?"):
            claim = said.group("claim").strip()
            yield Found("overclaim", "claim", piece.start, piece.end, {"claim": claim}, 0.0, drops=True)
        elif _ALL.search(piece.text) and not piece.text.rstrip().endswith("?"):
            yield Found("overclaim", "one", piece.start, piece.end, {}, -0.4, drops=True)


def _trade(draft: Draft) -> Iterator[Found]:
    """A sentence in which words of the trade stand so thick that no plain one can be made of it."""
    for piece in draft.body:
        if len({one.casefold() for one in _TRADE.findall(piece.text)}) >= _MANY:
            form = "goal" if draft.kind is DraftKind.GOAL else "plain"
            yield Found("thick_jargon", form, piece.start, piece.end, {}, 0.0, drops=True)


def _gripes(draft: Draft) -> Iterator[Found]:
    for piece in draft.body:
        minutes = _SHORT.search(piece.text)
        slots = {"minutes": f" {minutes.group(0).strip()}" if minutes else ""}
        why = _WHY.match(piece.text)
        if why:
            act = why.group("act").strip()
            slots |= {"head": large(why.group("head")), "act": act}
            yield Found("agenda_why", "help", piece.start, piece.end, slots, 0.0, drops=not minutes)
        elif _GRIPE.match(piece.text) and not re.search(r"\byou\b|\?\s*$", piece.text, re.I):
            yield Found("agenda_gripe", "gripe", piece.start, piece.end, slots, 0.0, drops=True)


def _full(draft: Draft) -> Iterator[Found]:
    """More items than the time can hold."""
    times = [int(one.group("many")) for one in _MINUTES.finditer(draft.text)]
    items = [one for one in draft.body if not _MINUTES.search(one.text)]
    each = [int(one) for one in re.findall(r"\((\d{1,3})(?: ?min\w*)?\)", draft.text)]
    place = draft.pieces[0]
    headed = _MINUTES.search(place.text)
    if headed and "(" not in place.text and len(each) > 1 and sum(each) > int(headed.group("many")) * _OVER:
        yield Found("agenda_full", "which", place.start, place.end, {"many": str(times[0])}, 0.6)
    if each or len(times) != 1 or len(items) < _ITEMS or times[0] >= len(items) * _EACH:
        return
    place = next((one for one in draft.pieces if _MINUTES.search(one.text)), draft.pieces[-1])
    yield Found("agenda_full", "which", place.start, place.end, {"many": str(times[0])}, 0.0)
