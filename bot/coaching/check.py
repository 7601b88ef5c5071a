"""The last look at a draft before it goes out: what fails here is replaced by the playbook's plain wording."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from bot.coaching.cited import Cited
from bot.coaching.kinds import Act
from bot.coaching.record import Draft, Problem, Reply

MOST_WORDS: Final = 90
MOST_WITH_TOOL: Final = 130
LONGEST_COPY: Final = 8

_STOCK: Final = re.compile(
    (
        r"\b(?:sorry to hear|that must (?:be|have been)|great question|i (?:completely |totally "
        r"|fully )?understand how you feel|you'?ve got this|amazing|fantastic|absolutely!)"
    ),
    re.I,
)
_RULING: Final = re.compile(
    (
        r"\b(?:you are legally (?:protected|entitled|required)|give \d|\d+ ?(?:mg|mcg|micrograms|ml)\b"
        r"|the diagnosis is|start (?:them|him|her) on)\b"
    ),
    re.I,
)
_PROMISE: Final = re.compile(
    r"\b(?:completely (?:private|confidential)|nobody will ever|i promise|guarantee[ds]?)\b", re.I
)
_QUOTED: Final = re.compile(r'"[^"]*"')
_WITH_TOOL: Final = {Act.ADVISE, Act.INFORM, Act.SUMMARISE, Act.SIGNPOST}


@dataclass(frozen=True, slots=True)
class Against:
    """What a draft is held against: the doctor's message, what was said before, whether safety wording is exempt."""

    message: str
    said_before: tuple[str, ...]
    fixed: bool


def check(draft: Draft, against: Against) -> Reply:
    """Return the reply that may go out: the draft itself, or its plain part where a check fails, with the problems."""
    problems = tuple(_problems(draft, against))
    safe = draft if not problems or against.fixed else _plain(draft)
    return Reply(
        text=safe.text,
        acts=tuple(one.act for one in safe.sentences),
        citations=safe.citations,
        contacts=safe.contacts,
        problems=problems,
        engine=draft.writer,
    )


def _problems(draft: Draft, against: Against) -> Iterable[Problem]:
    if not draft.text:
        yield Problem(code="empty", detail="the draft says nothing")
    if against.fixed:
        return
    ours = _QUOTED.sub(" ", draft.text)
    acts = {one.act for one in draft.sentences}
    words, most = len(draft.text.split()), MOST_WITH_TOOL if acts & _WITH_TOOL else MOST_WORDS
    if words > most:
        yield Problem(code="too_long", detail=f"{words} words, {most} allowed")
    if ours.count("?") > 1:
        yield Problem(code="two_questions", detail="more than one question of the coach's own")
    for code, pattern in (("stock_empathy", _STOCK), ("ruling", _RULING), ("promise", _PROMISE)):
        found = pattern.search(ours)
        if found:
            yield Problem(code=code, detail=f"says {found.group(0)!r}")
    yield from _copies(ours, against)
    yield from _citations(draft)


def _copies(ours: str, against: Against) -> Iterable[Problem]:
    sentences = re.split(r"[.!?]\s", ours)  # words on both sides of a full stop are no run of the doctor's
    if max(_longest_shared(one, against.message) for one in sentences) >= LONGEST_COPY:
        yield Problem(code="parroting", detail=f"{LONGEST_COPY} of the doctor's words in a row outside quotation marks")
    if any(ours.strip() and ours == _QUOTED.sub(" ", one) for one in against.said_before):
        yield Problem(code="repeat", detail="says again, word for word, what was said before")


def _citations(draft: Draft) -> Iterable[Problem]:
    known = {one.key for one in draft.citations}
    for sentence in draft.sentences:
        if sentence.cites is not None and sentence.cites not in known:
            yield Problem(
                code="unknown_citation", detail=f"cites {sentence.cites!r}, which is no evidence of this turn"
            )
    for cited in draft.citations:
        if not _well_placed(cited):
            yield Problem(code="bad_citation", detail=f"{cited.key!r} quotes without a place")


def _well_placed(cited: Cited) -> bool:
    return cited.quote is None or (cited.start is not None and cited.end is not None and cited.start < cited.end)


def _longest_shared(ours: str, theirs: str) -> int:
    left, right = re.findall(r"\w+", ours.casefold()), re.findall(r"\w+", theirs.casefold())
    best, row = 0, [0] * (len(right) + 1)
    for word in left:
        new = [0]
        for column, other in enumerate(right, 1):
            new.append(row[column - 1] + 1 if word == other else 0)
        best, row = max(best, *new), new
    return best


def _plain(draft: Draft) -> Draft:
    """The draft's own question and nothing else: always short, always the playbook's words."""
    question = next((one for one in reversed(draft.sentences) if one.act is Act.ASK_OPEN), None)
    kept = (question,) if question else draft.sentences[:1]
    cited = tuple(one for one in draft.citations if any(sentence.cites == one.key for sentence in kept))
    return draft.model_copy(update={"sentences": kept, "citations": cited})
