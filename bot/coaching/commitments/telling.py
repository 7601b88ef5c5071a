"""What a message tells of a plan: the words found in it, mended by the form of the sentence that they stand in."""

import re
from typing import Final

from bot.coaching.commitments import act_words as said
from bot.coaching.commitments import days, irony
from bot.coaching.commitments.acts import Act, Force, acts
from bot.coaching.commitments.due_days import names_day
from bot.coaching.commitments.parting import parted
from bot.coaching.commitments.sentences import HIDDEN, cut, sentences, tidy, without_quotations
from bot.coaching.noticed import Spans

_MOST: Final = 40
_MOST_ACTS: Final = 3
_FEWEST: Final = 2
_BEST_IS: Final = re.compile(
    r"\b(?:best|thing|plan|idea|step|first|answer|one)\b[^.!?]{0,24}?\b(?:is|would be"
    r"|['’]s)\s+(?:that\s+)?(?:i(?:['’]ll| will"
    rf"|['’]d)?\s+|to\s+)(?P<what>{said.VERB}\b.*)",
    re.I | re.S,
)
_I_DO: Final = re.compile(
    rf"(?<!that )(?<!when )(?<!what )(?<!how )\b(?:i|we)(?:['’]?m| am|['’]ll| will| shall|['’]d"
    rf"| would)?\s+{said.SOFTLY}"
    rf"(?:go and |be )?(?P<what>(?:{said.VERB}|{said.GERUND}|apologise|sort|shadow|nip|phone|explain)\b.*)",
    re.I | re.S,
)
_TOGETHER: Final = re.compile(rf"\b(?:me and|i and) [\w\s]{{3,30}}? (?P<what>{said.VERB}\b.*)", re.I | re.S)
_SOFT_BARE: Final = re.compile(
    rf"^\W*(?:(?:i guess|i suppose|maybe|perhaps|probably|prob|well|um+|so|ok|just"
    rf"|hmm+)\W+)*(?P<what>{said.VERB}\b[^?]*)",
    re.I,
)
_SUPPOSED: Final = re.compile(r"^\W*(?:if|when|whenever)\s+", re.I)
_ONLY_IF: Final = re.compile(
    r"^\W*(?:if|when|unless)\b(?:(?!,|\bi['’]?(?:ll|d)\b|\bi (?:will|would|can|could)\b|\bthen\b|\bwe['’]?ll\b).)*$",
    re.I,
)
_NOUNS: Final = re.compile(
    r"^(?:.*[:,]\s+)?\W*(?:just |then |with )*(?P<what>(?:(?:a|an|one|the|my|quick|proper|short|half"
    r"|\d+)\s+)*(?:mins?|minutes|coffee|tea|chat|word|meeting|catch.?up"
    r"|1:1|day|hour|lunch|session|email|call|text|question|conversation|sit.?down|walk|visit|debrief)\b.*\b(?:with"
    r"|w|to|for)\b/?.*)",
    re.I | re.S,
)
_COUNTS: Final = re.compile(
    r"^do (?:two|three|four|2|3|a couple of|a few) things\W+|^do (?:it|that|this)\b[^:]{0,24}:\s+", re.I
)
_DO_THAT: Final = re.compile(r"^(?:do|try) (?:that|this|it)\b(?!\s+\w+\s+\w+\s+\w+)", re.I)
_CORRECTED: Final = re.compile(
    r"\b(?:actually|or rather|make (?:it|that)|i mean|scrap that|no,? wait"
    r"|sorry,? no)\b[\s,]*(?:no\b[\s,]*)?(?P<rest>.*)",
    re.I | re.S,
)
_ASIDE: Final = re.compile(
    r",\s+(?:i['’]?m|i am|i['’]ve|it['’]?s|that['’]?s|she['’]?s|he['’]?s|they['’]?re|since|as i|no buts"
    r"|in any case)\b.*$",
    re.I | re.S,
)
_TRAILING: Final = re.compile(
    r"[\s,;:–—-]*(?:\b(?:and|then|so|but|by|on|at|from|in|the|for|next|this|starting|beginning|i think|maybe"
    r"|probably|prob)\b[\s,;:]*)+$",
    re.I,
)
_LEADING: Final = re.compile(
    r"^[\s,;:.–—-]*(?:(?:and|then|so|but|just|to|also|i['’]ll|i will|i['’]?m going to|going to|gonna)\s+)+", re.I
)
_CLEAN_BEFORE: Final = re.compile(
    r"^\W*(?:(?:on|by|before|after|at|from|in|until|the|first|thing|end|of|start|this|next|coming|during|over)\W+)*$",
    re.I,
)
_CLEAN_AFTER: Final = re.compile(
    r"^(?:['’]s)?\W*(?:(?:at|after|before|when|while|once|during|in|on|over|until|by|as soon as|am|pm|morning"
    r"|afternoon|evening|night"
    r"|lunch\w*|list|clinic|round|handover|huddle|teaching|meeting|shift|break)\b(?:[\s'’]+[\w'’]+){0,7})?\W*$",
    re.I,
)


_CLOCK: Final = re.compile(r" at \d{1,2}(?:[:.]\d\d)? ?(?:am|pm)?$", re.I)
"""An hour behind the day, which goes with it."""


def told(text: str, spans: Spans, *, asked: bool) -> Spans:
    """The spans of a message, whole: the step to the end of its clause, its time, what then and the snag apart from it.

    `asked`: the coach has just asked what the doctor will do; then an act in plain words is one where none was found.
    """
    parts = parted(text)
    if irony.of_a_plan(text, dated=bool(days.find_when(parts.step))):
        return spans.model_copy(update={"step": (), "way": (), "when": ()})
    when = time_in(parts.step, spans.when) or time_in(_SUPPOSED.sub("", text), spans.when)
    steps = _steps(parts.step, spans, when, asked=asked)
    when = _own_time(parts.step, steps) or when
    ways = (
        (parts.way,) if parts.way else tuple(one for one in spans.way if _alone(one, steps) and not _ONLY_IF.match(one))
    )
    snags = (parts.snag,) if parts.snag else tuple(one for one in spans.snag if _alone(one, (*steps, *ways)))
    more = spans.when[1:] if when and len(steps) > 1 and when in spans.when[:1] else ()
    return spans.model_copy(
        update={"step": steps, "when": ((when,) if when else ()) + more, "way": ways, "snag": snags}
    )


def _own_time(text: str, steps: tuple[str, ...]) -> str | None:
    """The day that comes with the step, where one to pass first stands before it: 'nights until Sunday, so Monday'."""
    at = text.find(steps[0]) if steps else -1
    after = days.find_when(text[at:]) if at > 0 and not _CORRECTED.search(text) else None
    before = days.find_when(text[:at]) if after else None
    return after if after and before and names_day(after) and _UNTIL.search(before) else None


_UNTIL: Final = re.compile(r"^(?:until|till)\b", re.I)


def time_in(text: str, noticed: tuple[str, ...]) -> str | None:
    """The words that say when: those that name a day, with what was noticed around them where that belongs to it."""
    passed = _UNTIL.match(days.find_when(text) or "")
    text = (
        text.partition(days.find_when(text) or "")[2]
        if passed and days.find_when(text.partition(days.find_when(text) or "")[2])
        else text
    )
    again = _CORRECTED.search(text)
    by_form = (days.find_when(again["rest"]) if again else None) or days.find_when(text)
    near = next((one for one in noticed if by_form and by_form.casefold() in one.casefold()), None)
    if by_form and near:
        before, _, after = near.casefold().partition(by_form.casefold())
        return tidy(near) if _CLEAN_BEFORE.match(before) and _CLEAN_AFTER.match(after) else by_form
    seen = next((tidy(one) for one in noticed if one in text and not re.fullmatch(r"[\d\W]+", one)), None)
    if by_form and (seen is None or names_day(by_form) or not names_day(seen)):
        return by_form
    return seen


def _steps(text: str, spans: Spans, when: str | None, *, asked: bool) -> tuple[str, ...]:
    """The acts that the found words stand in, whole; where none were found, the acts of who was asked for one."""
    veiled = without_quotations(text)
    found = [one for one in spans.step if _alive(one, text) and veiled[max(0, text.find(one))] != HIDDEN]
    plain = [one for sentence in sentences(text) if (one := _act_of(sentence, dated=bool(when)))]
    firm = [one for one in plain if one.force is Force.FIRM]
    if found and firm and not any(one.what in words or words in one.sentence for one in plain for words in found):
        found = []
    if found:
        whole = [_around(one, plain, text) for one in found]
        beside = [
            one.what
            for one in plain
            if one.force is Force.FIRM and asked and not any(map(one.sentence.__contains__, found))
        ]
        chosen = _in_order([*whole, *beside], text)
    elif asked or (spans.step and firm):
        firm = [one for one in plain if one.force is not Force.IDEA]
        chosen = [one.what for one in firm or (plain if when or _would(text) else [])]
        chosen = chosen if firm or len(chosen) == 1 else []
    else:
        return ()
    apart = [one for one in dict.fromkeys(chosen) if len(chosen) == 1 or not _DO_THAT.match(one)]
    bare = [_undated(_COUNTS.sub("", one), when) for one in apart]
    return tuple(one for one in bare if len(one.split()) >= _FEWEST)[:_MOST_ACTS]


def _would(text: str) -> bool:
    """'I would go to her': a plan where one was asked for, as people say it who are polite or learnt English later."""
    return (
        HIDDEN not in without_quotations(text)
        and bool(re.search(r"\bi(?:['’]?d| would)\b(?! (?:need|have|want|like|love|rather))", text, re.I))
        and not re.search(r"\b(?:maybe|perhaps|could|might|or)\b|\?", text, re.I)
    )


def _act_of(sentence: str, *, dated: bool) -> Act | None:
    """The act of one sentence; where a time was told, in looser forms too: 'thursday i sit her down'."""
    plain = next(iter(acts(sentence)), None)
    veiled = without_quotations(sentence)
    best = _BEST_IS.search(veiled)
    if plain is not None and (best is None or plain.force is not Force.IDEA):
        return plain
    if best is None and (said.PAST.search(veiled) or said.TO_THE_COACH.search(veiled) or said.ASKED.match(veiled)):
        return None
    loose = (
        (_NOUNS.match(veiled) or _I_DO.search(veiled) or _TOGETHER.search(veiled) or _SOFT_BARE.match(veiled))
        if dated
        else None
    )
    found = best or loose
    if found is None or said.DREADED.search(veiled[: found.start("what")]):
        return None
    what = tidy(sentence[found.start("what") : found.end("what")])
    return (
        None
        if said.NO_ACT.match(what) or not what
        else Act(what, Force.BARE if best or dated else Force.IDEA, sentence)
    )


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


def _undated(step: str, when: str | None) -> str:
    """The step without the time at its start or end; one in its middle stays, or the words would not fit together."""
    bare = tidy(step)
    shorter = tidy(_ASIDE.sub("", said.WHICH.sub("", bare)))
    bare = shorter if len(shorter.split()) > _FEWEST else bare
    low = when.casefold() if when else ""
    clock = _CLOCK.search(bare)
    if low and clock and bare[: clock.start()].casefold().endswith(low):
        bare = bare[: clock.start() - len(low)]
    elif low and bare.casefold().endswith(low):
        bare = bare[: -len(low)]
    elif low and bare.casefold().startswith(low):
        bare = bare[len(low) :]
    left = tidy(_LEADING.sub("", _TRAILING.sub("", bare)))
    return cut(left if len(left.split()) >= _FEWEST else tidy(step), _MOST)


def _alive(words: str, text: str) -> bool:
    """Whether most of the words are still there once snag, what then and number are taken out."""
    there = sum(one in text for one in words.split())
    return words in text or 2 * there > len(words.split())


def _alone(words: str, others: tuple[str, ...]) -> bool:
    return not any(words in one or one in words for one in others)
