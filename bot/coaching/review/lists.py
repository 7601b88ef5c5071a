"""Agendas and slides: headings that could be questions, the message a title could say, what is asked at the end."""

import re
from collections.abc import Iterator
from typing import Final

from bot.coaching.review import matter
from bot.coaching.review.draft import Draft, Piece, asks
from bot.coaching.review.found import Found, at
from bot.coaching.review.harsh import dangles, finite, wounds
from bot.coaching.review.money import CARE, thing_of
from bot.coaching.review.parts import core, large, small
from bot.coaching.reviewed import DraftKind
from bot.coaching.speech_acts import Label

_ROUTINE: Final = re.compile(
    r"^(?:\W*)(?:welcome|purpose:|aims?:|apologies|introductions?|minutes|matters arising|any other business"
    r"|aob|lunch|coffee|break"
    r"|tea|close|date of next|next meeting|questions?\??$|thanks?|biscuits|refreshments|present:|attendees)",
    re.I,
)
_FAILURE: Final = re.compile(
    r"\b(?:failure|refusal|unwillingness|inability) (?:by [\w ]{3,30}|of [\w ]{3,30})?to\b|\bwho (?:dropped"
    r"|missed|forgot|is to blame)\b",
    re.I,
)
_SPENT: Final = re.compile(r"^(?P<what>[\w -]+?) (?:spend(?:ing)?|costs?|budget|overspend|bill)\b", re.I)
_MINUTES: Final = re.compile(r"\s*[\[(]?\b\d{1,3}\s?(?:mins?|minutes|m|')\b[\])]?\.?\s*$", re.I)
_LEAD: Final = re.compile(
    r"^(?:item \d+|discussion(?: of| on| about)?|discuss|agree(?: on)?|feedback (?:on|from))\b[:\s-]*", re.I
)
_REPORT: Final = re.compile(
    r"^(?:an? )?(?P<kind>updates?|reports?|feedback|review|results|audit|figures|data|performance)\b(?: (?:on|of|from"
    r"|about|for) | - |: )?(?P<what>.*)$",
    re.I,
)
_TAIL: Final = re.compile(r"(?:[:(,-]| – ).*$")
_SHAPED: Final = re.compile(
    r"\b(?:put your|your own|add|alter|change|correct|bring|suggest|anything (?:else )?(?:you|to)|what (?:else"
    r"|is missing|have i missed"
    r"|would you)|open floor|anyone can|reorder|send me (?:items|corrections|anything))\b",
    re.I,
)
_DAY: Final = re.compile(r"\b(?P<day>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b", re.I)
_ANY: Final = re.compile(r"\W*(?:any (?:other )?)?questions\b", re.I)
_ASK_END: Final = re.compile(
    r"^(?:ask|what we (?:ask|need)|recommendation|next steps?)\b|\b(?:we ask|please|help with|would you|could"
    r" you|can "
    r"you|come (?:to|and))\b",
    re.I,
)
_FIGURES: Final = re.compile(
    r"\b\d[\d,.]*\s?(?:%|per cent|hours?|hrs?|minutes|mins|days|of|out of|in \d+|patients|times)?", re.I
)
_BARE_TITLE: Final = re.compile(
    r"^(?:an? )?(?:audit|results?|background|introduction|methods?|data|findings|update|review|overview|analysis"
    r"|performance|qip|project)\b[^?!]{0,60}$",
    re.I,
)
_PROPOSED: Final = re.compile(
    r"^\W*(?:slide \d+\W+)?(?:ask|plan|propos\w+|next|what (?:we|i)(?:['’]d| would)"
    r"|recommend\w*|we(?:['’]d| would) like)\b",
    re.I,
)
_SAYS: Final = re.compile(
    r"\b(?:i|we|you|is|are|will|please|to|each|says?|said|need|needs|who|what|which|how"
    r"|slide)\b|^(?-i:[a-z])",
    re.I,
)
_OF_PATIENTS: Final = re.compile(r"\b(?:patients?|children|babies|famil(?:y|ies)|women|residents|people in)\b", re.I)
_GIVEN: Final = re.compile(r"\b(?:m&m|m ?& ?m|mortality|morbidity|teaching|interview|induction|what to do)\b", re.I)
"""Meetings whose items are given by what they are for."""

_TITLE: Final = 80
_FEW_WORDS: Final = 4
_WORDS: Final = 9
_SHORT_TITLE: Final = 6


def agenda(draft: Draft) -> Iterator[Found]:
    """Items that tell and could ask, and an agenda that nobody may change."""
    items = [one for one in draft.pieces if one.role in {"body", "heading"} and not _ROUTINE.match(one.text)]
    asked = [one for one in items if asks(one) or one.text.rstrip().endswith("?")]
    for piece in items[1:] if items and items[0].role == "heading" else items:
        if piece in asked or piece.role == "heading":
            continue
        yield from _item(piece, scarce=len(asked) * 3 < len(items), given=bool(_GIVEN.search(draft.text[:_TITLE])))
    closed = not _GIVEN.search(draft.text[:_TITLE])
    open_enough = any("?" in one.text for one in draft.body) or re.search(
        r"\b(?:each|everyone|every one|you)\b", draft.text, re.I
    )
    if not draft.any(Label.INVITATION) and not _SHAPED.search(draft.text) and draft.body and not open_enough and closed:
        day = _DAY.search(draft.pieces[0].text)
        end = draft.body[-1].end
        yield Found(
            "agenda_closed",
            "day" if day else "bare",
            end,
            end,
            {"day": large(day.group("day").casefold()) if day else ""},
        )


def _item(piece: Piece, *, scarce: bool, given: bool) -> Iterator[Found]:
    blamed = bool(_FAILURE.search(piece.text)) or wounds(piece.text)
    said = piece.text.strip()
    time = _MINUTES.search(said)
    minutes = f" {time.group(0).strip()}" if time else ""
    bare = _LEAD.sub("", re.sub(r"^\d{1,2}[.)]\s*", "", _MINUTES.sub("", said))).strip(" .:-")
    if blamed:
        yield from _blaming(piece, bare, minutes)
        return
    report = _REPORT.match(bare)
    spent = _SPENT.match(bare)
    if spent and CARE.search(spent.group("what")):
        yield at(piece, "cost", "agenda", {"thing": small(thing_of(spent.group("what"))), "minutes": minutes}, 2.5)
        return
    short = _TAIL.sub("", bare).strip()
    if scarce and report and 0 < len(report.group("what").split()) <= _WORDS:
        what = _TAIL.sub("", report.group("what")).strip() or report.group("what")
        yield at(piece, "agenda_heading", "report", {"what": small(what), "minutes": minutes})
    elif scarce and not given and _is_bare(bare) and not _SAYS.search(short):
        form = (
            "act"
            if re.match(
                r"^(?:improving|reducing|increasing|sharing|getting|making|moving|changing|starting|stopping"
                r"|recruiting|covering|running)\b",
                short,
                re.I,
            )
            else "thing"
        )
        cost = 0.5 if piece.has(Label.COST) else 0.0
        yield at(piece, "agenda_heading", form, {"what": small(short), "minutes": minutes}, cost)


def _blaming(piece: Piece, bare: str, minutes: str) -> Iterator[Found]:
    """An item that blames: what was not done is asked about, or what was dropped."""
    failure = re.match(
        r"^(?:\w+['’]s? |the )?.*?(?:failure|refusal|inability|unwillingness) "
        r"(?:(?:by|of) [\w ]{3,30}?)?to (?P<act>[^,;()]+)",
        bare,
        re.I,
    )
    habit = re.match(r"^(?P<what>[\w ]+?)(?:,| and) who (?:dropped|missed|forgot|is to blame)\b", bare, re.I)
    if failure:
        head = re.match(r"^(?P<head>(?:case|item|patient) \w+):", bare, re.I)
        slots = {"act": failure.group("act").strip(), "minutes": minutes, "head": head["head"] if head else ""}
        yield at(piece, "agenda_blame", "act_of" if head else "act", slots, 1.0)
    elif habit:
        yield at(piece, "agenda_blame", "learn", {"what": small(habit.group("what")), "minutes": minutes}, 1.0)
    else:
        yield from _headed(piece, bare, minutes)


def _is_bare(bare: str) -> bool:
    """Whether an item is a bare thing that can be asked about as it stands: several of it, nothing more said."""
    plain = 0 < len(bare.split()) <= _FEW_WORDS and not re.search(r"[:(,+/\d]| - | – |\b(?:and|or)\b", bare)
    return plain and not _ROUTINE.match(bare) and bool(re.search(r"(?:s|ing|leave|cover|flow)$|^\w+ing\b", bare))


def _headed(piece: Piece, bare: str, minutes: str) -> Iterator[Found]:
    """An item with a sneer in it, by what it is about: the words before it."""
    head = re.split(r"[:,(]| - | (?:who|which|that)\b", bare, maxsplit=1)[0].strip()
    if (
        wounds(head)
        or bare.endswith("?")
        or dangles(head)
        or re.match(r"(?:hi|hello|dear)\b", head, re.I)
        or re.match(r"no\b", head, re.I)
    ):
        return
    slots = {"what": large(head), "minutes": minutes}
    if (
        0 < len(head.split()) <= _SHORT_TITLE
        and not finite(head)
        and not re.match(r"(?:why|how|what|who)\b", head, re.I)
    ):
        yield at(piece, "agenda_blame", "learn", slots | {"what": small(head)}, 0.5)
    elif len(head.split()) > 3 and head != bare:
        yield Found("agenda_blame", "head", piece.start, piece.end, slots, 0.5, drops=True)


def slides(draft: Draft) -> Iterator[Found]:
    """A title without a message, patients who come late, and nothing asked at the end."""
    lines = [one for one in draft.pieces if one.role in {"body", "heading"}]
    if not lines:
        return
    title = lines[0]
    telling = [
        one
        for one in lines[1:]
        if re.search(r"\d", one.text)
        and not one.has(Label.COST, Label.BLAME, Label.LEADING_QUESTION)
        and not one.text.rstrip().endswith("?")
    ]
    fact = next((one for one in telling if one.has(Label.PATIENT_BENEFIT)), telling[0] if telling else None)
    if fact is not None and _BARE_TITLE.match(title.text.strip()) and 2 < len(fact.text.split()) <= 16:
        yield at(title, "title_says_nothing", "fact", {"fact": large(core(fact.text))})
    last = lines[-3:]
    asked = any((asks(one) and not _ANY.match(one.text)) or _ASK_END.search(one.text) for one in last)
    if not asked and draft.kind is DraftKind.SLIDES:
        end = lines[-1]
        thanks = _ROUTINE.match(end.text) or re.match(r"^(?:any )?questions\b|^thank", end.text.strip(), re.I)
        place = (end.start, end.end) if thanks else (end.end, end.end)
        act = matter.act(draft)
        if act and not re.match(r"try (?:for|it|this)\b", act) and not any(_PROPOSED.match(one.text) for one in lines):
            yield Found("slides_ask", "act", *place, {"act": act})


def patient_late(draft: Draft) -> Iterator[Found]:
    """Their own sentence of what it means for patients, where it comes only after several others."""
    body = draft.body
    found = next((one for one in body if one.has(Label.PATIENT_BENEFIT)), None)
    if found is None or found.has(Label.BLAME, Label.COST, Label.LEADING_QUESTION) or found.text.rstrip().endswith("?"):
        return
    place = body.index(found)
    if not any(one.has(Label.COST, Label.JARGON) for one in body[:place]):
        return
    before = body[:place]
    late = 2 if any(one.has(Label.COST) for one in before) else 3
    if place < late or sum(asks(one) or one.has(Label.OWNERSHIP) for one in before) * 2 >= len(before):
        return
    if not _OF_PATIENTS.search(found.text) or re.match(
        r"(?:it|this|that|she|he|they|these|those|because|so|and|but"
        r"|in both|which)\b",
        core(found.text),
        re.I,
    ):
        return
    money = any(one.has(Label.COST) for one in before)
    yield at(found, "patient_late", "first", much=0.4 if money else 0.0)
