"""The doctor's own words, handed back: turned to 'you' where that is sure, else quoted."""

import re

from bot.coaching import named
from bot.coaching.kinds import Act, ClauseKind
from bot.coaching.model import Clause
from bot.coaching.nothing_told import tells_nothing
from bot.coaching.restate import restated
from bot.coaching.write.desk import Desk

_MOST_QUOTED = 12
_SHORT = 3
_SHORT_WORD = 5
_MOST_OF_TWO = 20
"""Words that two runs of the doctor's may have together."""

_LONG = 30
_EARLY = 1
"""How many replies may have gone before one that hands two things back: later on, one is enough."""

_WORTH_SAYING = 2
WHO_I_AM = re.compile(
    r"^(?:good (?:morning|evening)\W+|hi\W+|hello\W+)?(?:(?:i['’]?m|i am|im) )?(?:an? |the |your )?(?:[\w-]+ ){0,4}"
    r"(?:trainee|doctor|reg|registrar|fellow|f[12y]\d?|st\d|ct\d|imt\d?|sho|gpst\d?|gp)\b[^.]{0,40}$",
    re.I,
)
"""How doctors begin: who they are is no part of what happened."""

_WISH = re.compile(
    r"(?:i['’]?d (?:just |really |quite )?like|i (?:just |only |really )?want|what i (?:want|need|['’]?d like))\b", re.I
)
_FEELS = re.compile(r"(?:i['’]?m|i am|i was|i feel|i felt|i['’]ve been|i get|i got)\b", re.I)
_FILLER_END = re.compile(r"[.,!]\s*(?:right|so|anyway|ok|yeah|lol|tbh)\W*$", re.I)
_STEM = 5
"""Letters by which two words are taken for the same; shorter ones say little of a matter."""
_SAY_LITTLE = frozenset(
    "about after again always anybo anyon anyth befor being could doesn doing every going happe havent having known"
    " might never nobod other peopl reall right shoul somet still their there these thing think those today until"
    " where which while whole would years yours yourse".split()
)


def hand_back(desk: Desk) -> None:
    """The most charged words, turned to 'you' where that is safe, else quoted; a short message whole."""
    clause, whole = desk.fresh_clause(), short_answer(desk)
    if clause is None and whole is None:
        desk.phrase("reflect_none", Act.REFLECT)
        return
    if clause is None or (whole and len(whole.split()) <= _SHORT):
        desk.phrase("reflect_words", Act.REFLECT, quote=desk.quote(whole or ""))
        return
    clause = _all_of_it(whole, desk) or clause
    second = _second(clause, desk)
    if second is not None:
        one, other = sorted((clause, second), key=lambda each: desk.text.find(each.text))
        desk.phrase("reflect_two", Act.REFLECT, quote=desk.quote(one.text), also=desk.quote(other.text))
        return
    quote_run(clause, desk)


def hand_back_if_told(desk: Desk) -> bool:
    """Hand back what a message tells beside what was asked for; False where it tells nothing that can be quoted."""
    if desk.fresh_clause() is None or len(desk.text.split()) <= _SHORT or tells_nothing(desk.text):
        return False
    hand_back(desk)
    return True


def short_answer(desk: Desk) -> str | None:
    """The whole message where it is short enough to hand back as it is."""
    words = desk.text.strip(" .!?,;").split()
    return (
        " ".join(words)
        if words
        and re.search(r"[A-Za-z]{2}", desk.text)
        and len(words) <= _MOST_QUOTED
        and not desk.text.rstrip().endswith("?")
        and "[" not in desk.text
        else None
    )


def _all_of_it(whole: str | None, desk: Desk) -> Clause | None:
    """A short message as one run, where it is fit to be handed back whole: nothing of it is lost then."""
    bare = _FILLER_END.sub("", whole or "")
    most = len(bare.split())
    alike = (one for one in desk.fresh_clauses() if len(one.text.split()) >= most - 1)
    fits = (one for one in alike if most and len(words_of(bare) - words_of(one.text)) <= 1)
    return min(fits, key=lambda one: len(one.text), default=None)


def quote_run(clause: Clause, desk: Desk) -> None:
    """One run of the doctor's words in a sentence that suits what it is."""
    turned = restated(clause.text, desk.text)
    if turned is not None and words_of(turned) != words_of(clause.text):
        desk.used.append(f"quote:{clause.text.casefold()}")
        desk.phrase("restated", Act.REFLECT, sentence=turned, clause=turned[0].lower() + turned[1:])
        return
    desk.phrase(_group(clause), Act.REFLECT, quote=desk.quote(clause.text))


def _group(clause: Clause) -> str:
    if _WISH.match(clause.text):
        return "reflect_wish"
    if clause.kind is ClauseKind.FEELING and _FEELS.match(clause.text):
        return "reflect_feeling"
    if clause.kind is ClauseKind.SPEECH:
        return "reflect_speech"
    return (
        "reflect_plan" if clause.kind is ClauseKind.PLAN and clause.text.casefold().startswith("i") else "reflect_words"
    )


def _second(first: Clause, desk: Desk) -> Clause | None:
    """In a long message a second run, that names most of the matter, beside the one that carries most."""
    if len(desk.text.split()) < _LONG or desk.before.turn > _EARLY:
        return None
    said = _telling_words(first.text)
    fits = (
        one
        for one in desk.fresh_clauses()
        if len(one.text.split()) + len(first.text.split()) <= _MOST_OF_TWO
        and len(one.text.split()) > _SHORT
        and said.isdisjoint(_telling_words(one.text))
        and _apart(first.text, one.text, desk.text)
        and not re.search(r"[\"“”]|[.!]\s", one.text)
        and not WHO_I_AM.search(one.text)
    )
    best = max(fits, key=_specific, default=None)
    return best if best is not None and _specific(best) >= _WORTH_SAYING else None


def _apart(one: str, other: str, text: str) -> bool:
    """Whether two runs of a message share none of its words, not even short ones."""
    (first, end), (second, _) = sorted((text.find(run), text.find(run) + len(run)) for run in (one, other))
    return first < 0 or end <= second


def _specific(one: Clause) -> float:
    """How much of a matter a run of words names: numbers, people by their role, the longer words."""
    pointed = 2 * bool(named.about(one.text)) + 2 * bool(re.search(r"\d", one.text))
    return pointed + sum(len(word) > _SHORT_WORD for word in one.text.split())


def words_of(text: str) -> set[str]:
    """The words of a run, however they are spelt, so that two runs can be compared."""
    return set(re.findall(r"[a-z]+", text.casefold().replace("'", "").replace("’", "")))


def _telling_words(text: str) -> set[str]:
    """The longer words, cut to their beginnings, so that 'asked' and 'asking' are one."""
    bare = re.sub(r"['’]", "", text.casefold())
    return {word[:_STEM] for word in re.findall(r"[a-z]+", bare) if len(word) >= _STEM} - _SAY_LITTLE
