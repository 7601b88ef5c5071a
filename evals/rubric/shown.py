"""A draft that is shown: D1 invented words, D2 strengths, D3 to D5 its changes, D6 to D9 what no review does.

D4 wording that fits, D5 its source; D6 rewriting, D7 a sound one faulted, D8 two versions compared, D9 a false claim.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

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
    r"|october|november|december|easter|christmas|ramadan|diwali|(?<=in )may|(?<=since )may|(?<=by )may)\b"
    r"|\b(?:three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|eighty|ninety|hundreds?"
    r"|thousands?|millions?|dozens?)\b",
    re.I,
)
_GREETS = re.compile(r"^\W*(?:dear|hi|hello|good morning)\b[^\n]{0,40},", re.I | re.M)
_REWRITTEN = 40
_DONE_TO_IT = re.compile(r"\b(?:you|has|have|had|been)\b.*\b(?:it|that|this)\b|^\W*(?:it|that|this)['’ ]", re.I)
"""What is said of the words just quoted: 'so glad that you dropped it'."""


def rewordings(talk: Talk, one: Exchange) -> tuple[Quotation, ...]:
    """The wordings that a review offers: quotations that are not the doctor's and are led up to as words to use."""
    told = _told(talk, one)
    return tuple(
        each
        for each in quoting.of(one.reply.text)
        if len(wording.tokens(each.words)) >= _A_REWORDING and each.offered and not quoting.stands_in(each.words, told)
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
        new = next((fact for fact in _FACT.findall(each.words) if fact.lower() not in told.lower()), "")
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
        many = len(rewordings(talk, one)) >= _MOST
        yield of(
            "D7",
            "finds fault with a sound draft" if fault or many else "lets it stand",
            fault or "",
            yes=bool(fault or many),
        )


def _finds_fault(one: Exchange, sentence: str) -> bool:
    bare = wording.own(sentence)
    if banks.found("nothing_to_change", bare):
        return False
    return banks.found("finds_fault", bare) is not None or "faults_draft" in one.seen.get(sentence, ())


def d8_compares(talk: Talk, one: Exchange, world: World) -> Iterator[Finding]:
    """The second version is held against the first: what is new is named, or that nothing is."""
    del talk, world
    if one.said is not Said.REDRAFT or not (one.turn.changed or one.turn.unchanged):
        return
    groups = one.turn.changed or one.turn.unchanged
    denied = banks.found("denies_a_change", one.reply.own)
    if one.turn.changed and denied:
        yield not_met("D8", "says that nothing changed, and it did", denied)
        return
    said = next((each for each in one.reply.sentences if _compares(each)), "")
    named = next((hit for group in groups if (hit := wording.any_of(one.reply.text, group))), None)
    right = bool(said) and (named is not None or bool(denied))
    reason = f"compares it with the first: {named}" if right else "does not say what is new in it"
    yield of("D8", reason, said, yes=right)


def _compares(sentence: str) -> bool:
    bare = wording.own(sentence)
    return any(banks.found(name, bare) for name in ("compares", "claims_a_change", "denies_a_change"))


def d9_claims_what_was_not(talk: Talk, one: Exchange, world: World) -> Iterator[Finding]:
    """Negative: says that something was changed which stands as it stood."""
    del talk, world
    if one.said is not Said.REDRAFT or not one.turn.unchanged:
        return
    wrong = next((each for each in _with_what_it_means(one) if _claims(each, one)), "")
    yield of(
        "D9",
        "claims a change that was not made" if wrong else "claims no change that was not made",
        wrong,
        yes=bool(wrong),
    )


def _with_what_it_means(one: Exchange) -> Iterator[str]:
    """Every sentence, and every 'it' and 'that' with the sentence before it."""
    yield from one.reply.sentences
    for before, each in pairwise(one.reply.sentences):
        if _DONE_TO_IT.search(wording.own(each)) and wording.quotes(before):
            yield f"{before} {each}"


def _claims(sentence: str, one: Exchange) -> bool:
    """Whether a sentence says of what was left as it was that it is changed; where all was left, of anything at all."""
    bare = wording.own(sentence)
    seen = any(one.may_see("claims_change", each) for each in wording.sentences(sentence))
    claims = banks.found("claims_a_change", bare) or seen
    if not claims or banks.found("still_there", bare):
        return False
    left = any(wording.any_of(sentence, group) for group in one.turn.unchanged)
    return left or not one.turn.changed


def _told(talk: Talk, one: Exchange) -> Sequence[str]:
    return [each.turn.says for each in talk.exchanges[: one.number]]
