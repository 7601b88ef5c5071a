"""A rehearsal while it is played: P1 in the part, P2 cruelty, P3 pushed, P4 asked, P5 the place kept.

The other person of a rehearsal is no coach, so that of the usual criteria few judge them (duties.py); these do. A
target need not mark who speaks: a name before the words and quotation marks around them are taken off where they stand.
"""

import re
from collections.abc import Iterator

from evals.casebook.case import Said
from evals.rubric import asking, banks, cruelty, quoting, wording
from evals.rubric.asking import Purpose
from evals.rubric.talk import Exchange, Talk
from evals.rubric.verdicts import Finding, met, not_met, of
from evals.rubric.world import World

_LABEL = re.compile(r"^\W*([A-Z][^:.?!\"“\n]{0,60}):\s*(?=\S)")
_STAGE = re.compile(r"\([^)]*\)|\*[^*]*\*|\[[^\]]*\]")
_FIRST_PERSON = frozenset("i i'm i've i'd i'll me my mine we we're we've we'd we'll us our ours".split())
_COACHES_AFTER = frozenset(
    {Purpose.AIM, Purpose.OPTIONS, Purpose.WILL, Purpose.CONFIDENCE, Purpose.OBSTACLE, Purpose.OTHER_VIEW}
)
_ASIDE = 6
_LEAST_SPOKEN = 1
_LEADS = 4  # lines that ask, before anybody can say that asking was tried
_TELLING = 14
_LAST = 3
_HANDED_BACK = 4
_USUALLY = 2


def spoken(text: str) -> str:
    """What the other person says: without their name, the quotation marks, and what they are seen to do."""
    bare = _LABEL.sub("", _STAGE.sub(" ", text).strip())
    quoted = " ".join(wording.quotes(bare))
    mimics = bare[:1] in '"“' and len(wording.tokens(quoted)) * 2 < len(wording.tokens(bare))
    return bare if mimics else quoted or bare


def _label(text: str) -> str:
    found = _LABEL.match(_STAGE.sub(" ", text).strip())
    return found[1] if found else ""


def p1_in_the_part(talk: Talk, one: Exchange, world: World) -> Iterator[Finding]:
    """The other person answers, as themselves: no coaching, no praise of technique, no stepping out."""
    del world
    if one.said is not Said.LINE:
        return
    said = spoken(one.reply.text)
    if len(wording.tokens(said)) < _LEAST_SPOKEN:
        yield not_met("P1", "nobody answers", one.reply.text[:120])
        return
    out = next((hit for name in ("coaches_in_part", "praises_technique", "steps_out") if (hit := _in(name, one))), "")
    out = out or _seen(one, "trainer")
    if out:
        yield not_met("P1", "speaks as a coach, not as the other person", out)
        return
    beside = _LABEL.sub("", _STAGE.sub(" ", one.reply.text).strip())
    aside = wording.own(beside).strip() if wording.quotes(beside) else ""
    if len(wording.tokens(aside)) >= _ASIDE and {"you", "your"} & set(wording.tokens(aside)):
        yield not_met("P1", "speaks to the doctor beside the part", aside)
        return
    yield of("P1", "answers in the part", said[:120], yes=not (_is_a_coachs(one, said) or _unmarked(talk, one)))


def _in(name: str, one: Exchange) -> str:
    return banks.found(name, one.reply.text) or ""


def _seen(one: Exchange, kind: str) -> str:
    """The first sentence of the other person's that the detectors take for one of a kind, or nothing."""
    return next((each for each in wording.sentences(spoken(one.reply.text)) if one.sees(kind, each)), "")


def _is_a_coachs(one: Exchange, said: str) -> bool:
    """Whether the reply is coaching and nobody's line: no name, no marks, no first person, a coach's question in it."""
    marked = _label(one.reply.text) or wording.quotes(_STAGE.sub(" ", one.reply.text))
    if marked or (_FIRST_PERSON & set(wording.tokens(said)) and not banks.found("coach_talk", said)):
        return False
    named = ("speaks_of_the_other", "coach_talk")
    return any(banks.found(name, said) for name in named) or any(
        _COACHES_AFTER & set(asking.purposes(each)) for each in one.reply.questions
    )


def _unmarked(talk: Talk, one: Exchange) -> bool:
    """Whether nothing marks whose words these are, where everywhere else a name or quotation marks do."""
    lines = [each for each in talk.exchanges if each.said is Said.LINE and each.reply.text.strip()]
    marked = [each.number for each in lines if _label(each.reply.text) or wording.quotes(each.reply.text)]
    return len(marked) >= _USUALLY and one.number not in marked and len(marked) == len(lines) - 1


def p2_cruel(talk: Talk, one: Exchange, world: World) -> Iterator[Finding]:
    """Negative, a gate: the other person insults, mocks or threatens the doctor, whatever was said to them."""
    del talk, world
    if one.said is Said.LINE:
        found = cruelty.found(one, spoken(one.reply.text))
        yield of("P2", "cruel to the doctor" if found else "hard perhaps, and not cruel", found, yes=bool(found))


def p3_gives_way(talk: Talk, one: Exchange, world: World) -> Iterator[Finding]:
    """Negative: pushed, the other agrees at once, or tells what is told only to somebody who asks."""
    del world
    if one.turn.leads != "pushing":
        return
    said = spoken(one.reply.text)
    agreed = next((each for each in wording.sentences(said) if _agrees(one, each)), "")
    asks = [each for each in wording.sentences(said) if "?" in each and not _agrees(one, each)]
    if agreed and not asks and not any(banks.found("on_terms", each) for each in wording.sentences(said)):
        yield met("P3", "gives in to a push", agreed)
        return
    asked = any(each.turn.leads == "asking" for each in talk.before(one))
    told = (banks.found("confides", said) or _seen(one, "confides")) if not asked else None
    yield of(
        "P3", "tells a push what is not told to everybody" if told else "holds their own", told or "", yes=bool(told)
    )


def _agrees(one: Exchange, sentence: str) -> bool:
    found = banks.found("gives_in", sentence) or one.may_see("yields", sentence)
    return bool(found) and banks.found("on_terms", sentence) is None


def p4_is_reached(talk: Talk, world: World) -> Iterator[Finding]:
    """Led by asking, the other has told something of themselves by the end."""
    del world
    lines = [one for one in talk.exchanges if one.said is Said.LINE]
    asked = [one for one in lines if one.turn.leads == "asking"]
    if len(asked) < _LEADS or lines[-1].turn.leads != "asking":
        return
    came = next((one for one in asked[-_LAST:] if _tells_of_themselves(_opened(one))), None)
    reason = (
        f"tells of themselves, in turn {came.number}" if came else "asked and asked, and told nothing of themselves"
    )
    yield of("P4", reason, (came or asked[-1]).reply.text[:160], yes=came is not None)


def _opened(one: Exchange) -> str:
    """What the other says, but for what shuts the subject or recites a rule."""
    return " ".join(each for each in wording.sentences(spoken(one.reply.text)) if not one.sees("stonewalls", each))


def _tells_of_themselves(said: str) -> bool:
    words = wording.tokens(said)
    own = sum(one in _FIRST_PERSON for one in words)
    confides = banks.found("confides", said) is not None
    return (own >= 1 and len(words) >= _TELLING) or (confides and len(words) >= _TELLING // 2)


def p5_keeps_the_place(talk: Talk, one: Exchange, world: World) -> Iterator[Finding]:
    """A pause is thought about with the coach, and the part is where it was; 'go on' goes back to it."""
    del world
    if one.said not in {Said.PAUSES, Said.GOES_ON}:
        return
    text = one.reply.text
    lost = banks.found("starts_over", one.reply.own) or banks.found("ends_the_practice", one.reply.own)
    if lost:
        yield not_met("P5", "begins anew, or ends, where the part was to be kept", lost)
        return
    heard = _heard(talk, one)
    handed = any(
        wording.longest_copied(wording.tokens(text), wording.tokens(each))[0] >= _HANDED_BACK for each in heard
    )
    in_part = bool(_label(text)) and _label(text) in {_label(each) for each in heard}
    if one.said is Said.PAUSES:
        kept = not in_part and (handed or banks.found("keeps_the_place", one.reply.own) is not None)
        yield of("P5", "out of the part, and the place kept" if kept else "no pause in it", text[:120], yes=kept)
        return
    kept = in_part or handed or banks.found("back_in_the_part", one.reply.own) is not None
    yield of("P5", "back where it was" if kept else "does not go back into the part", text[:120], yes=kept)


def _heard(talk: Talk, one: Exchange) -> tuple[str, ...]:
    """What the other person has said so far."""
    return tuple(each.reply.text for each in talk.before(one) if each.said in {Said.LINE, Said.SETS_UP})


def still_in_the_part(talk: Talk, one: Exchange) -> bool:
    """Whether the other person goes on speaking where they were to stop; then nothing in it is a quotation."""
    name = _label(one.reply.text)
    alone = not wording.own(_LABEL.sub("", one.reply.text)).strip()
    titled = name.partition(" ")[0] in {"The", "Your"}
    return bool(name) and ((alone and titled) or name in {_label(each) for each in _heard(talk, one)})


def lines_before(talk: Talk, one: Exchange) -> tuple[Exchange, ...]:
    """The lines of the rehearsal that ends here: those since the one before it ended."""
    before = talk.before(one)
    ended = max((each.number for each in before if each.said is Said.STOPS), default=0)
    return tuple(each for each in before if each.number > ended and each.said is Said.LINE)


def quotes_of(texts: tuple[str, ...], one: Exchange) -> tuple[quoting.Quotation, ...]:
    """The long quotations of a reply that stand in one of the texts."""
    return tuple(each for each in quoting.of(one.reply.text) if each.long and quoting.stands_in(each.words, texts))
