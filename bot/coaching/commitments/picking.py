"""Which words of a message are the act: found by what shows the intention, or by the form of its clauses."""

import re
from typing import Final

from bot.coaching.commitments import act_words as said
from bot.coaching.commitments import days
from bot.coaching.commitments import pick_words as form
from bot.coaching.commitments.acts import Act, Force, acts, is_meant, whole
from bot.coaching.commitments.due_days import names_day
from bot.coaching.commitments.runs import clauses
from bot.coaching.commitments.sentences import HIDDEN, cut, sentences, tidy, without_quotations
from bot.coaching.noticed import Spans

_MOST: Final = 40
_MOST_ACTS: Final = 3
_FEWEST: Final = 2


def steps(text: str, spans: Spans, when: str | None, *, asked: bool) -> tuple[str, ...]:
    """The acts that the found words stand in, whole; where none were found, the acts of who was asked for one."""
    veiled = without_quotations(text)
    found = [one for one in spans.step if _alive(one, text) and veiled[max(0, text.find(one))] != HIDDEN]
    told = clauses(text) if asked else sentences(text)
    plain = [one for clause in told if (one := _act_of(clause, dated=bool(when), asked=asked))]
    plain = _own(plain) if asked else plain
    firm = [one for one in plain if one.force is Force.FIRM]
    if found and firm and not any(_near(words, one) for one in (firm if asked else plain) for words in found):
        found = []
    chosen = _chosen(text, found, plain, when=when, asked=asked, noticed=bool(spans.step))
    apart = [one for one in dict.fromkeys(chosen) if len(chosen) == 1 or not form.DO_THAT.match(one)]
    dated = when if when and (not asked or names_day(when)) else None
    bare = [undated(form.COUNTS.sub("", one), dated) for one in apart]
    whole_ones = tuple(one for one in bare if len(one.split()) >= _FEWEST)[:_MOST_ACTS]
    return whole_ones or (_kept(told, when) if asked else ())


def _chosen(
    text: str, found: list[str], plain: list[Act], *, when: str | None, asked: bool, noticed: bool
) -> list[str]:
    firm = [one for one in plain if one.force is Force.FIRM]
    if asked and firm:
        meant = [one for one in plain if one.force is Force.FIRM or _goes_on(one) or _seen(one, found)]
        return [one.what for one in meant]
    if found:
        around = [_around(one, plain, text) for one in found]
        return _in_order([*around, *(one.what for one in plain if asked and _goes_on(one))], text)
    if not (asked or (noticed and firm)):
        return []
    meant = [one for one in plain if one.force is not Force.IDEA]
    chosen = [one.what for one in meant or (plain if when or _would(text) else [])]
    return chosen if meant or len(chosen) == 1 else []


def _kept(told: list[str], when: str | None) -> tuple[str, ...]:
    """The doctor's own first clause, where an act was asked for and its verb is none that is known: 'zoom w priya'."""
    if any(form.NONE_TODAY.search(one) for one in told):
        return ()
    for one in told:
        clause = form.RUN_UP.sub("", one)
        if form.NO_CLAUSE.match(clause) or clause.rstrip().endswith("?") or said.PAST.search(clause):
            continue
        bare = undated(clause, when)
        if len(bare.split()) >= _FEWEST and bare.casefold() != (when or "").casefold() and form.NAMES_ONE.search(bare):
            return (bare,)
    return ()


def _near(words: str, act: Act) -> bool:
    return act.what in words or words in act.sentence


def _seen(act: Act, found: list[str]) -> bool:
    return act.force is Force.BARE and any(words in act.what or act.what in words for words in found)


def _own(plain: list[Act]) -> list[Act]:
    """The acts without those that only say when and how the others are done, or where the doctor will be anyway."""
    apart = [one for one in plain if not form.LOGISTIC.match(without_time(one.what))]
    meant = [one for one in apart if not form.EVENT.match(one.what)]
    return meant or apart or plain


def without_time(what: str) -> str:
    """The words without the time in them."""
    when = days.find_when(what)
    return tidy(what.replace(when, " ")) if when else tidy(what)


def _goes_on(act: Act) -> bool:
    return act.force is Force.BARE and bool(re.match(r"\W*(?:and|n|then)\b", act.sentence, re.I))


def _would(text: str) -> bool:
    """'I would go to her': a plan where one was asked for, as people say it who are polite or learnt English later."""
    return (
        HIDDEN not in without_quotations(text)
        and bool(re.search(r"\bi(?:['’]?d| would)\b(?! (?:need|have|want|like|love|rather))", text, re.I))
        and not re.search(r"\b(?:maybe|perhaps|could|might|or)\b|\?", text, re.I)
    )


def _act_of(clause: str, *, dated: bool, asked: bool) -> Act | None:
    """The act of one clause; where a time was told, in looser forms too: 'thursday i sit her down'."""
    veiled = without_quotations(clause)
    if asked and form.A_QUESTION.match(veiled):
        return None
    if asked and (act := _decided(clause, veiled)):
        return act
    plain = next(iter(acts(clause)), None)
    if plain is not None and plain.force is not Force.IDEA:
        return plain
    if asked and (act := _wished(clause, veiled)):
        return act
    best = form.BEST_IS.search(veiled)
    if best is None and (plain is not None or _tells_no_act(veiled)):
        return plain
    return _loose(clause, veiled, best, dated=dated)


def _tells_no_act(veiled: str) -> bool:
    return bool(said.PAST.search(veiled) or said.TO_THE_COACH.search(veiled) or said.ASKED.match(veiled))


def _decided(clause: str, veiled: str) -> Act | None:
    """What follows 'my plan is to' and the like."""
    found = form.DECIDED.search(veiled)
    meant = found and is_meant(veiled[: found.start()])
    return whole(clause, found.start("what"), Force.FIRM) if found and meant else None


def _wished(clause: str, veiled: str) -> Act | None:
    """What follows 'I would like to' and 'I could': firm where it is politely meant, an idea where it is weighed."""
    found = None if veiled.rstrip().endswith("?") else form.WISHED.search(veiled)
    before = veiled[: found.start()] if found else ""
    if found is None or form.OF_A_NOUN.search(before) or not is_meant(before) or said.HEDGE.match(veiled):
        return None
    sure = form.POLITE.search(veiled) and not form.WEIGHED.search(veiled)
    force = Force.FIRM if sure else Force.IDEA if form.COULD.search(veiled) else Force.BARE
    return whole(clause, found.start("what"), force)


def _loose(clause: str, veiled: str, best: re.Match[str] | None, *, dated: bool) -> Act | None:
    loose = (
        (
            form.NOUNS.match(veiled)
            or form.I_DO.search(veiled)
            or form.TOGETHER.search(veiled)
            or form.SOFT_BARE.match(veiled)
        )
        if dated
        else None
    )
    found = best or loose
    if found is None or said.DREADED.search(veiled[: found.start("what")]):
        return None
    what = tidy(clause[found.start("what") : found.end("what")])
    empty = said.NO_ACT.match(what) or not what
    return None if empty else Act(what, Force.BARE if best or dated else Force.IDEA, clause)


def _around(words: str, plain: list[Act], text: str) -> str:
    """The found words as far as their act goes; words that stand in none, to the ends of their clause."""
    for one in plain:
        if (words in one.sentence or one.what in words) and (
            words in one.what or one.what in words or _overlap(words, one)
        ):
            start = min(one.sentence.find(words), _place(one))
            if words in one.what or words not in text:
                return one.what
            return words if one.what in words else tidy(one.sentence[start:])
    return words


def _overlap(words: str, act: Act) -> bool:
    start, place = act.sentence.find(words), _place(act)
    return place >= 0 and start < place + len(act.what) and place < start + len(words)


def _place(act: Act) -> int:
    return act.sentence.find(act.what)


def _in_order(steps: list[str], text: str) -> list[str]:
    """In the order of the message, without those that stand inside another."""
    apart = [one for one in dict.fromkeys(steps) if not any(one != other and one in other for other in steps)]
    return sorted(apart, key=lambda one: text.find(one.split(",")[0]))


def undated(step: str, when: str | None) -> str:
    """The step without the time at its start or end; one in its middle stays, or the words would not fit together."""
    bare = tidy(step)
    shorter = tidy(form.ASIDE.sub("", said.WHICH.sub("", bare)))
    bare = shorter if len(shorter.split()) > _FEWEST else bare
    low = when.casefold() if when else ""
    clock = form.CLOCK.search(bare)
    if low and clock and bare[: clock.start()].casefold().endswith(low):
        bare = bare[: clock.start() - len(low)]
    elif low and bare.casefold().endswith(low):
        bare = bare[: -len(low)]
    elif low and bare.casefold().startswith(low):
        bare = bare[len(low) :]
    left = tidy(form.LEADING.sub("", form.TRAILING.sub("", bare)))
    return cut(left if len(left.split()) >= _FEWEST else tidy(step), _MOST)


def _alive(words: str, text: str) -> bool:
    """Whether most of the words are still there once snag, what then and number are taken out."""
    there = sum(one in text for one in words.split())
    return words in text or 2 * there > len(words.split())
