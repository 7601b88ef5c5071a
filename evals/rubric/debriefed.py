"""The debrief of a rehearsal: P6 invented quotation, P7 own words, P8 true balance, P9 one thing to try, P10 marks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evals.casebook.case import Said
from evals.rubric import acts, asking, banks, forms, quoting, rehearsed, wording
from evals.rubric.talk import Exchange, Talk
from evals.rubric.verdicts import Finding, met, not_met, of
from evals.rubric.world import World

_NUMBERS = {
    "never": 0, "nothing": 0, "none": 0, "no": 0, "once": 1, "one": 1, "twice": 2, "two": 2, "three": 3, "four": 4,
    "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
_NUMBER = rf"(\d{{1,2}}|{'|'.join(_NUMBERS)})\b(?! (?:thing|line|moment|way|place))"
_BETWEEN = r"(?:\W+(?:only|just|about|in|of|your|them|these|lines?|sentences?|times?|that|which|were|was)){0,4}?\W+"
_ASKED = r"(?:ask(?:ed|s|ing)|questions?)\b"
_TOLD = r"(?:told|tell(?:s|ing)?|statements?|stated)\b"
_AROUND = 1  # a sentence more or less: where one ends is a matter of taste
_AT_MOST = 2
_UNKIND = ("blame", "scold", "marks", "harsh")
_PARTS = re.compile(r",(?: and| or)? | and then | and also ")
_STRUNG = re.compile(r",? and (?:then|also|finally)\b", re.I)
_GREETING = 2
_COMPARED = re.compile(
    r"(?:[:,] (?:and )?|\band )(?:(?!ov|oth|nev|wheth|und|aft|eith)[a-z]{3,}er|more|less) [a-z]", re.I
)
_POINTS_ON = re.compile(
    r"\b(?:try|trying|next|again|now|could|might|would|can|may|instead|rather|else|in (?:its|that|their) place)\b", re.I
)
_LISTED = re.compile(r"\b(?:three|four|five|six|several|some|a few|[3-6])\b[^:.?!]*:(?P<items>[^.?!]+)", re.I)
_IN_A_ROW = re.compile(
    r"(?:^\W*(?:do|try|be|have)? ?|, (?:and )?|\b(?:and|or) |\b(?:practi[sc]e|try|on|at|by|start|like) )"
    r"(?:then |also |maybe |perhaps |a bit )?"
    r"(?:(?:more|less|fewer|(?!ov|oth|nev|wheth|und|aft|eith)[a-z]{3,}er(?= [a-z]))\b|[a-z]{2,}ing\b|smile\b)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many sentences may fairly be said to have asked, and to have told: the fewest and the most of each."""

    asked: tuple[int, int]
    told: tuple[int, int]


def p6_invented(talk: Talk, one: Exchange, world: World) -> Iterator[Finding]:
    """Negative, a gate: the debrief quotes what was not said, or lays the other's words in the doctor's mouth."""
    del world
    if one.said is not Said.STOPS or rehearsed.still_in_the_part(talk, one):
        return
    mine = [each.turn.says for each in talk.exchanges[: one.number]]
    theirs = [each.reply.text for each in talk.before(one)]
    cited = [each.quote for each in one.reply.citations if each.quote]
    wrong = quoting.invented(one.reply.text, [*mine, *theirs, *cited]) or _as_if_said(one, [*mine, *theirs, *cited])
    if wrong:
        yield met("P6", "quotes what nobody said", wrong)
        return
    swapped = next(
        (
            each.words
            for each in quoting.of(one.reply.text)
            if each.long and each.to_the_doctor and not quoting.stands_in(each.words, mine)
        ),
        "",
    )
    yield of("P6", "the other's words, as the doctor's" if swapped else "nothing invented", swapped, yes=bool(swapped))


def _as_if_said(one: Exchange, said: Sequence[str]) -> str:
    """Words that a debrief only names ('top line: ...'), neither to be tried nor ever said; or nothing."""
    named = (each for each in quoting.of(one.reply.text) if each.long and each.offered)
    plain = (each for each in named if not (each.has_gap or each.parting or _POINTS_ON.search(each.lead)))
    claims = (each for each in plain if not forms.begins_with_an_order(each.lead))
    return next((each.words for each in claims if not quoting.stands_in(each.words, said)), "")


def p7_own_words(talk: Talk, one: Exchange, world: World) -> Iterator[Finding]:
    """The debrief shows what moved the other, in the doctor's own words."""
    del world
    lines = rehearsed.lines_before(talk, one)
    if one.said is Said.STOPS and lines:
        shown = rehearsed.quotes_of(tuple(each.turn.says for each in lines), one)
        reason = "shows the doctor's own words" if shown else "no line of the doctor's is shown"
        yield of("P7", reason, shown[0].words if shown else "", yes=bool(shown))


def p8_true_balance(talk: Talk, one: Exchange, world: World) -> Iterator[Finding]:
    """How much was asked and how much told is said, and it is so."""
    del world
    lines = rehearsed.lines_before(talk, one)
    if one.said is not Said.STOPS or not lines:
        return
    asked, told = said_counts(one.reply.own)
    if asked is None and told is None:
        yield not_met("P8", "does not say how much was asked and told")
        return
    true = counts(talk, lines)
    most = f"{true.asked[0]} to {true.asked[1]} asked and {true.told[0]} to {true.told[1]} told"
    shown = f"asked {asked}, told {told}; by our count {most}"
    right = _within(asked, true.asked) and _within(told, true.told)
    yield of("P8", shown, yes=right)


def _within(said: int | None, true: tuple[int, int]) -> bool:
    return said is None or true[0] <= said <= true[1]


def said_counts(text: str) -> tuple[int | None, int | None]:
    """The numbers that a debrief gives for asking and for telling; None for one that it does not give."""
    return _number_of(_ASKED, _TOLD, text), _number_of(_TOLD, _ASKED, text)


def _number_of(wanted: str, other: str, text: str) -> int | None:
    for pattern in (rf"{_NUMBER}{_BETWEEN}{wanted}", rf"{wanted}{_BETWEEN}{_NUMBER}(?!{_BETWEEN}{other})"):
        found = re.search(pattern, text, re.I)
        if found:
            word = found[1].lower()
            return _NUMBERS[word] if word in _NUMBERS else int(word)
    return None


def counts(talk: Talk, lines: Sequence[Exchange]) -> Counts:
    """What the doctor's sentences can fairly be counted as.

    A greeting may be left out, what was heard said back, and a line that was taken back; a question that holds its
    answer may count as telling, and a wish to hear as asking.
    """
    sure = may = tells = 0
    for one in lines:
        after = talk.exchanges[one.number : one.number + 2]
        back = any(each.said is Said.GOES_ON and banks.found("takes_it_back", each.turn.says) for each in after)
        for sentence in wording.sentences(one.turn.says):
            if "?" in sentence:
                open_one = asking.is_open(sentence) and not banks.found("leading_though_open", sentence)
                sure, may = (sure + 1, may) if open_one and not back else (sure, may + 1)
            elif back or _neither(sentence):
                may += 1
            else:
                tells += 1
    return Counts((max(0, sure - _AROUND), sure + may + _AROUND), (max(0, tells - _AROUND), tells + may + _AROUND))


def _neither(sentence: str) -> bool:
    """Whether a sentence may be left out of the telling: a wish to hear, what was heard said back, a greeting."""
    heard = banks.found("wishes_to_hear", sentence) or banks.found("says_back_or_greets", sentence)
    return bool(heard) or len(wording.tokens(sentence)) <= _GREETING


def p9_one_thing_to_try(talk: Talk, one: Exchange, world: World) -> Iterator[Finding]:
    """One thing to try, and no list."""
    del world
    if one.said is not Said.STOPS or not rehearsed.lines_before(talk, one):
        return
    named = next((hit for each in one.reply.sentences if (hit := _to_try(one, each))), "")
    more = banks.found("more_to_try", one.reply.own) or wording.bullets(one.reply.text) >= _AT_MOST
    more = more or _several(one.reply.sentences)
    if named and not more:
        yield met("P9", "one thing to try", named)
    else:
        yield not_met("P9", "more than one thing to try" if named else "nothing to try", named or "")


def _to_try(one: Exchange, sentence: str) -> str:
    """What a sentence leaves to try; 'the same again next time' leaves nothing."""
    bare = wording.own(sentence)
    found = banks.found("something_to_try", bare) or ""
    return "" if "all_well" in one.seen.get(sentence, ()) or banks.found("nothing_to_try", bare) else found


def _several(sentences: Sequence[str]) -> bool:
    """Whether several things to try are given: counted off, told one after the other, or listed in one sentence."""
    bare = [wording.own(each) for each in sentences]
    counted = sum(banks.found("in_order", each) is not None for each in bare)
    told = [each for each in bare if acts.advises(each) and not banks.found("steers_on", each)]
    listed = any(banks.found("things_to_do", each) and len(_PARTS.split(each)) > _AT_MOST for each in bare)
    strung = any(len(_STRUNG.findall(each)) >= _AT_MOST and banks.found("something_to_try", each) for each in bare)
    strung = strung or any(forms.ways(each) > _AT_MOST and not banks.found("steers_on", each) for each in bare)
    strung = strung or any(_in_a_row(each) or _named_and_listed(each) for each in bare)
    return counted > _AT_MOST or len(told) > _AT_MOST or listed or strung


def _in_a_row(bare: str) -> bool:
    """Whether three things to practise stand in a row: 'less telling, more asking and a smile', 'breathing, ...'."""
    asked_for = forms.directs(bare) or banks.found("to_be_practised", bare)
    return len(_COMPARED.findall(bare)) > _AT_MOST or (bool(asked_for) and len(_IN_A_ROW.findall(bare)) > _AT_MOST)


def _named_and_listed(bare: str) -> bool:
    """Whether so many things are announced and then told: 'three edges to play with: silence, warmth and pace'."""
    found = _LISTED.search(bare)
    return found is not None and len(_PARTS.split(found["items"])) > _AT_MOST


def p10_scolds_or_marks(talk: Talk, one: Exchange, world: World) -> Iterator[Finding]:
    """Negative: the debrief blames, scolds, or gives a mark."""
    del talk, world
    if one.said is not Said.STOPS:
        return
    own = one.reply.own
    found = next((hit for name in ("marks", "scolds", "blames", "harsh") if (hit := banks.found(name, own))), "")
    found = found or next((hit for kind in _UNKIND if (hit := one.first_seen(kind))), "")
    yield of("P10", "scolds, or gives a mark" if found else "neither blame nor marks", found, yes=bool(found))
