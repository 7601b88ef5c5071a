"""Which words of a message are the act: found by what shows the intention, or by the form of its clauses."""

import re
from typing import Final

from bot.coaching.commitments import act_words as said
from bot.coaching.commitments import clause_words as kept
from bot.coaching.commitments import days, more_steps
from bot.coaching.commitments import pick_words as form
from bot.coaching.commitments.acts import Act, Force
from bot.coaching.commitments.due_days import names_day
from bot.coaching.commitments.looser_acts import act_of
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
    told = [more_steps.RESTATES.sub("and ", one) for one in _not_denied(clauses(text))] if asked else sentences(text)
    plain = [one for clause in told if (one := act_of(clause, dated=bool(when), asked=asked))]
    plain = _own([one for one in plain if len(one.what.split()) >= _FEWEST]) if asked else plain
    if asked and _none_meant(plain, told):
        return ()
    firm = [one for one in plain if one.force is Force.FIRM]
    if asked and not firm and (settled := _settled_on(text, told, [one.what for one in plain])):
        return (settled,)
    if found and firm and not any(_near(words, one) for one in (firm if asked else plain) for words in found):
        found = []
    chosen = _chosen(text, found, plain, when=when, asked=asked, noticed=bool(spans.step))
    apart = [one for one in dict.fromkeys(chosen) if len(chosen) == 1 or not form.DO_THAT.match(one)]
    dated = when if when and (not asked or names_day(when)) else None
    bare = [undated(form.COUNTS.sub("", _without_more(one)), dated) for one in apart]
    whole_ones = tuple(one for one in bare if len(one.split()) >= _FEWEST)[:_MOST_ACTS]
    whole_ones = tuple(one for one in whole_ones if not any(one != other and one in other for other in whole_ones))
    if whole_ones and asked:
        return _with_matter(whole_ones, told)
    return whole_ones or (_kept(told, when) if asked else ())


def _chosen(
    text: str, found: list[str], plain: list[Act], *, when: str | None, asked: bool, noticed: bool
) -> list[str]:
    firm = [one for one in plain if one.force is Force.FIRM]
    if asked and firm:
        later = [one for one in plain[plain.index(firm[0]) :] if more_steps.ordered(one)]
        meant = [one for one in plain if one in firm or more_steps.goes_on(one) or _seen(one, found) or one in later]
        return [one.what for one in meant]
    counted = bool(more_steps.COUNTED.search(text))
    if found:
        around = [_around(one, plain, text) for one in found]
        return _in_order(
            [
                *around,
                *(
                    one.what
                    for one in plain
                    if asked and (counted or more_steps.goes_on(one) or more_steps.listed(one))
                ),
            ],
            text,
        )
    if not (asked or (noticed and firm)):
        return []
    meant = [one for one in plain if one.force is not Force.IDEA]
    chosen = [one.what for one in meant or (plain if when or _would(text) else [])]
    return chosen if meant or len(chosen) == 1 or counted else []


def _settled_on(text: str, told: list[str], ideas: list[str]) -> str | None:
    """The one of two ideas that a short sentence behind them names, as 'matron.' behind 'tell him or ask matron'."""
    weighed = [one for one in sentences(text) if form.WEIGHS.search(one)] or ideas
    parts = [tidy(one) for idea in weighed for one in form.EITHER.split(idea) if len(one.split()) >= _FEWEST]
    last = max(
        (n for n, one in enumerate(told) if any(part in one or one in part for part in parts)), default=len(told)
    )
    for sentence in told[last + 1 :]:
        short = form.SETTLES_ON.match(more_steps.without_time(sentence))
        name = short["one"].casefold() if short else ""
        meant = [one for one in parts if name and re.search(rf"\b{re.escape(name)}\b", one, re.I)]
        if len(parts) > 1 and len(meant) == 1:
            return meant[0]
    return None


def _kept(told: list[str], when: str | None) -> tuple[str, ...]:
    """The doctor's own first clause, where an act was asked for and its verb is none that is known: 'zoom w priya'."""
    if any(kept.NONE_TODAY.search(one) for one in told):
        return ()
    for one in told:
        clause = kept.RUN_UP.sub("", one)
        no_act = kept.NO_CLAUSE.match(clause) or kept.HOW_THINGS_ARE.match(clause)
        if no_act or clause.rstrip().endswith("?") or said.PAST.search(clause):
            continue
        bare = undated(clause, when)
        rest = kept.NO_CLAUSE.match(bare)  # 'in the coffee room' is what is left of when and where
        if (
            not rest
            and len(bare.split()) >= _FEWEST
            and bare.casefold() != (when or "").casefold()
            and kept.NAMES_ONE.search(bare)
        ):
            return (bare,)
    return ()


def _near(words: str, act: Act) -> bool:
    return act.what in words or words in act.sentence


def _seen(act: Act, found: list[str]) -> bool:
    return act.force is Force.BARE and any(words in act.what or act.what in words for words in found)


def _own(plain: list[Act]) -> list[Act]:
    """The acts without those that only say when and how the others are done, or where the doctor will be anyway."""
    apart = [one for one in plain if not form.LOGISTIC.match(more_steps.without_time(one.what))]
    meant = [one for one in apart if not form.EVENT.match(one.what)]
    return meant or apart or plain


def _none_meant(plain: list[Act], told: list[str]) -> bool:
    """Whether somebody asked for no plan today, and what they tell is only where they will be."""
    if any(kept.UNDECIDED.search(one) for one in told):
        return all(one.force is not Force.FIRM for one in plain)
    return any(kept.NONE_TODAY.search(one) for one in told) and all(form.EVENT.match(one.what) for one in plain)


def _without_more(step: str) -> str:
    """The step as far as its sentence goes, with the next ones where they are acts as well."""
    first, *more = sentences(step) or [step]
    if more and len(first.split()) < _FEWEST and form.BEGINS_WITH_ACT.match(more[0]):
        first, *more = more
    kept = [one for one in more if form.BEGINS_WITH_ACT.match(one)]
    return step if len(kept) == len(more) or len(first.split()) < _FEWEST else ". ".join([first.rstrip(" ."), *kept])


def _with_matter(whole_ones: tuple[str, ...], told: list[str]) -> tuple[str, ...]:
    """The last step with what it is about, where that stands in the sentence behind it."""
    at = next((n for n, one in enumerate(told) if whole_ones[-1] in one), None)
    after = told[at + 1] if at is not None and at + 1 < len(told) else ""
    ends = at is not None and told[at].rstrip(" .?!").endswith(whole_ones[-1])
    if not (ends and form.GOES_ON_ABOUT.match(after)) or days.find_when(after):
        return whole_ones
    return (*whole_ones[:-1], f"{whole_ones[-1]} {after[:1].lower()}{tidy(after)[1:]}")


def _would(text: str) -> bool:
    """'I would go to her': a plan where one was asked for, as people say it who are polite or learnt English later."""
    return (
        HIDDEN not in without_quotations(text)
        and bool(re.search(r"\bi(?:['’]?d| would)\b(?! (?:need|have|want|like|love|rather))", text, re.I))
        and not re.search(r"\b(?:maybe|perhaps|could|might|or)\b|\?", text, re.I)
    )


def _not_denied(told: list[str]) -> list[str]:
    """The clauses without one that the next takes back, as "I won't" does behind 'I'd like to say I'll tell him'."""
    gone = [any(form.DENIED_NEXT.match(one) for one in told[at + 1 : at + 2]) for at in range(len(told))]
    return [one for one, taken_back in zip(told, gone, strict=True) if not taken_back]


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
    tail = form.SMALL_TAIL.match(text[text.find(words) + len(words) :]) if words in text else None
    return f"{words}{tail['small']}" if tail else words


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
    bare = _without_brackets(bare)
    low = when.casefold() if when else ""
    clock = form.CLOCK.search(bare)
    if low and clock and bare[: clock.start()].casefold().endswith(low):
        bare = bare[: clock.start() - len(low)]
    elif low and bare.casefold().endswith(low):
        bare = bare[: -len(low)]
    elif low and bare.casefold().startswith(low):
        bare = bare[len(low) :]
    elif low and names_day(low) and (inside := form.MID_DAY.search(bare)) and inside["day"].casefold() == low:
        bare = f"{bare[: inside.start()]} {bare[inside.end('day') :].lstrip()}"
    left = tidy(form.LEADING.sub("", form.TRAILING.sub("", bare)))
    return cut(left if len(left.split()) >= _FEWEST else tidy(step), _MOST)


def _without_brackets(bare: str) -> str:
    """Without a longer remark in brackets at its end."""
    left = tidy(form.IN_BRACKETS.sub("", bare))
    return left if len(left.split()) >= _FEWEST else bare


def _alive(words: str, text: str) -> bool:
    """Whether most of the words are still there once snag, what then and number are taken out."""
    there = sum(one in text for one in words.split())
    return words in text or 2 * there > len(words.split())
