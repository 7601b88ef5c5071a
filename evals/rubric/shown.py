"""A draft that is shown: D1 invented words, D2 strengths, D3 to D5 its changes, D6 and D7 what no review does.

D4 wording that fits, D5 its source; D6 rewriting, D7 a sound one faulted.
"""

import re
from collections.abc import Iterator, Sequence

from evals.casebook.case import SHOWN, Said
from evals.rubric import banks, quoting, voice, wording
from evals.rubric.quoting import Quotation
from evals.rubric.talk import Exchange, Talk
from evals.rubric.verdicts import Finding, met, not_met, of
from evals.rubric.world import World

_MOST = _STRENGTHS = 2
_A_REWORDING = 4
_LONG_REWORDING = 45
_SHARED = 2
_FACT = re.compile(
    r"\d[\d,.]*\d|\d|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:january|february|april|june|july|august|september"
    r"|october|november|december|easter|christmas|ramadan|diwali"
    r"|(?:(?<=in )|(?<=since )|(?<=by ))(?:may|march))\b"
    r"|\b(?:three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|eighty|ninety|hundreds?"
    r"|thousands?|millions?|dozens?)\b",
    re.I,
)
_NAMED = re.compile(r"(?<=[a-z,] )(?!I\b|I['’])[A-Z][a-z]{2,}(?: [A-Z][a-z]+)*|^The [A-Z][a-z]+(?: [A-Z][a-z]+)*")
"""Somebody or something by name, within a sentence."""

_GREETS = re.compile(r"^\W*(?:dear|hi|hello|good morning)\b[^\n]{0,40},", re.I | re.M)
_REWRITTEN = 40


def rewordings(talk: Talk, one: Exchange) -> tuple[Quotation, ...]:
    """The wordings that a review holds out: quotations that are neither the doctor's nor the source's.

    One that is said to stand in the draft, and does not, is an invention (D1) and no wording.
    """
    known = [*_told(talk, one), *(each.quote for each in one.reply.citations if each.quote)]
    return tuple(
        each
        for each in quoting.of(one.reply.text)
        if len(wording.tokens(each.words)) >= _A_REWORDING
        and (each.offered or not each.attributed)
        and not quoting.stands_in(each.words, known)
    )


def d1_invented(talk: Talk, one: Exchange, world: World) -> Iterator[Finding]:
    """Negative, a gate: words are quoted that do not stand in the draft."""
    del world
    if one.said in SHOWN:
        cited = [each.quote for each in one.reply.citations if each.quote]
        wrong = quoting.invented(one.reply.text, [*_told(talk, one), *cited])
        yield of("D1", "quotes what the draft does not say" if wrong else "nothing invented", wrong, yes=bool(wrong))


def d2_two_strengths(talk: Talk, one: Exchange, world: World) -> Iterator[Finding]:
    """Two things that work are named, and they are in the draft."""
    del talk, world
    if one.said not in SHOWN:
        return
    named = strengths(one)
    yield of("D2", f"names {len(named)} strengths that are in it", "; ".join(named)[:200], yes=len(named) >= _STRENGTHS)


def strengths(one: Exchange) -> tuple[str, ...]:
    """The places of the draft that a review says work: by their words, or by what they are about."""
    found: list[str] = []
    praising = False
    for sentence in _whole(one.reply.sentences):
        bare = wording.own(sentence)
        quoted = [each.words for each in quoting.of(sentence) if quoting.stands_in(each.words, [one.turn.says])]
        goes_on = praising and bool(quoted) and banks.found("goes_on_praising", bare) is not None
        kept = sentence.startswith("Keep ")
        praising = kept or (not _changes(bare) and (goes_on or banks.found("names_a_strength", bare) is not None))
        if praising and quoted:
            found += quoted
        elif praising and len(wording.stems(bare) & wording.stems(one.turn.says)) >= _SHARED:
            found.append(sentence)
    return tuple(dict.fromkeys(found))


def _whole(sentences: Sequence[str]) -> Sequence[str]:
    """Sentences, with what goes on after a quoted full stop or question mark put back: '"What of Friday?" is a ...'."""
    whole: list[str] = []
    for one in sentences:
        if whole and one[:1].islower() and whole[-1][-1:] in '"”':
            whole[-1] = f"{whole[-1]} {one}"
        else:
            whole.append(one)
    return whole


def _changes(bare: str) -> bool:
    return banks.found("proposes_a_change", bare) is not None


def d3_at_most_two_changes(talk: Talk, one: Exchange, world: World) -> Iterator[Finding]:
    """What most needs changing is named, and no more than two things."""
    del world
    if one.said not in SHOWN or one.turn.sound:
        return
    offered = rewordings(talk, one)
    listed = wording.bullets(one.reply.text)
    third = banks.found("a_third_change", one.reply.own)
    if len(offered) > _MOST or listed > _MOST or third:
        yield not_met("D3", f"{max(len(offered), listed, _MOST + 1)} changes where two are the most", third or "")
        return
    named = bool(offered or banks.found("points_at_a_place", one.reply.text)) or any(
        _names_a_change(one, each) for each in one.reply.sentences
    )
    due = one.said is Said.DRAFT or bool(one.turn.unchanged)
    reason = "at most two changes" if named or not due else "finds nothing to change in a draft that has its faults"
    yield of("D3", reason, yes=named or not due)


def _names_a_change(one: Exchange, sentence: str) -> bool:
    bare = wording.own(sentence)
    if "all_well" in one.seen.get(sentence, ()):
        return False
    return banks.found("nothing_to_change", bare) is None and (_changes(bare) or bool(banks.found("still_there", bare)))


def d4_fits(talk: Talk, one: Exchange, world: World) -> Iterator[Finding]:
    """Each change comes with wording that keeps the doctor's facts and the doctor's way of speaking."""
    del world
    if one.said not in SHOWN or one.turn.sound:
        return
    offered = rewordings(talk, one)
    if not offered:
        asked = banks.found("points_at_a_place", one.reply.text) and any(map(wording.asks, one.reply.sentences))
        if one.said is Said.DRAFT and not asked:
            yield not_met("D4", "no wording is offered")
        return
    told = "\n".join(_told(talk, one))
    for each in offered:
        facts = (*_FACT.findall(each.words), *_NAMED.findall(each.words))
        new = next((fact for fact in facts if fact.lower() not in told.lower()), "")
        if new:
            yield not_met("D4", f"a fact that the draft does not have: {new}", each.words)
            return
        speak = voice.jargon(each.words, told)
        if speak:
            yield not_met("D4", "not how this doctor writes", speak)
            return
    yield met("D4", "keeps the doctor's facts and way of speaking", offered[0].words)


def d5_source(talk: Talk, one: Exchange, world: World) -> Iterator[Finding]:
    """What is changed has a source: a card's place, or its author by name."""
    if one.said not in SHOWN or one.turn.sound or not rewordings(talk, one):
        return
    card = next((each.card for each in one.reply.citations if each.card in world.cards), None)
    author = next((name for name in world.authors if wording.has(one.reply.own, name)), None)
    yield of(
        "D5",
        "has its source" if card or author else "no source is given",
        card or author or "",
        yes=bool(card or author),
    )


def d6_rewrites(talk: Talk, one: Exchange, world: World) -> Iterator[Finding]:
    """Negative: the whole is written anew, and nobody asked for that."""
    del world
    if one.said not in SHOWN or banks.found("wants_it_rewritten", one.turn.says):
        return
    said = banks.found("rewrites", one.reply.own)
    told = _told(talk, one)
    others = (each.words for each in quoting.of(one.reply.text) if not quoting.stands_in(each.words, told))
    long = next((each for each in others if len(wording.tokens(each)) >= _LONG_REWORDING), "")
    greets = _GREETS.search(one.reply.text)
    letter = greets is not None and len(one.reply.text[greets.end() :].split()) >= _REWRITTEN
    bad = bool(said or long or letter or voice.in_the_doctors_name(one))
    yield of("D6", "written anew unasked" if bad else "left in the doctor's hands", said or long[:120], yes=bad)


def d7_faults_a_sound_one(talk: Talk, one: Exchange, world: World) -> Iterator[Finding]:
    """Negative: a fault is made up where there is none."""
    del world
    if one.said in SHOWN and one.turn.sound:
        fault = next((each for each in one.reply.sentences if _finds_fault(one, each)), "")
        many = len(rewordings(talk, one)) >= _MOST or _new_words(talk, one) >= _MOST
        yield of(
            "D7",
            "finds fault with a sound draft" if fault or many else "lets it stand",
            fault or "",
            yes=bool(fault or many),
        )


def _new_words(talk: Talk, one: Exchange) -> int:
    """How many quotations stand neither in the draft nor in a source, whatever is said of them."""
    known = [*_told(talk, one), *(each.quote for each in one.reply.citations if each.quote)]
    return sum(each.long and not quoting.stands_in(each.words, known) for each in quoting.of(one.reply.text))


def _finds_fault(one: Exchange, sentence: str) -> bool:
    bare = wording.own(sentence)
    if banks.found("nothing_to_change", bare):
        return False
    return banks.found("finds_fault", bare) is not None or one.may_see("faults_draft", sentence)


def _told(talk: Talk, one: Exchange) -> Sequence[str]:
    return [each.turn.says for each in talk.exchanges[: one.number]]
