"""Which of the doctor's words are handed back: what was felt first, a short message whole, else what tells most."""

import re

from bot.coaching import commitments, named
from bot.coaching.growing import tells
from bot.coaching.kinds import ClauseKind
from bot.coaching.model import Clause
from bot.coaching.plain import plain, sentences
from bot.coaching.restate import hangs_on, restated
from bot.coaching.write.desk import Desk

_MOST_QUOTED = 12
SHORT = 3
_A_FEW = range(2, 6)
_POINT = re.compile(
    r"(?:but |and |so )?(?:(?:the |my )?(?:whole |main )?point is\b(?! (?:i don't|not|taken))"
    r"|that i'm (?:just |so |too |a |an |a bit )*(?:lazy|stupid|useless|thick|weak|slow|soft|incompetent|rubbish|crap"
    r"|unsafe|dangerous|difficult|the problem|not (?:good enough|safe|up to it|cut out)|failing|careless|a fraud)\b)"
)
_SETTLED = re.compile(
    r"(?:but |and |so |anyway )?(?:he|she|they|it|all|everyone|the \w+)(?:'s|'re| is| are| was| were) (?:all "
    r"|absolutely |totally )?(?:ok(?:ay)?|fine|all ?right|stable|better|sorted|home|well|safe)\b"
    r"(?! (?:with|for|about|that|than|if|but))"
)
"""A fact that is settled: 'she is ok now in HDU'; anything else told is the matter."""

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

_MY_JOB = re.compile(
    r"i(?:['’]m| am)? (?:run|work|cover|lead|manage|look after|in charge of)\b (?:the|a|an|our|my|in|at|on)\b", re.I
)
"""What somebody does for a living is no part of what happened, either."""

_POINTS_BACK = re.compile(r"(?:he|she|they|it|that|this)\b(?: \S+){0,4} (?:it|them|that|this)\b", re.I)
_WEIGHTY = tells.STRONG | {"patient", "refused", "figures"}
_HAS_A_VERB = re.compile(
    r"\b(?:is|was|are|were|am|has|had|have|do|does|did|can|will|would|got|get|said|says?|went|keeps?|came|took"
    r"|gave|sat|saw"
    r"|rang|left|(?:i|he|she|they|we|nobody|everyone) [a-z]+|\w+['’](?:s|m|re|ve|d|ll)|\w+n['’]t)\b",
    re.I,
)
_FILLER_END = re.compile(r"[.,!]\s*(?:right|so|anyway|ok|yeah|lol|tbh)\W*$", re.I)
_LED_WITH = re.compile(
    r"^\W*(?:(?:idk|dunno|hm+|er+m*|um+|huh|oh|nothing much|not much"
    r"|don['’]?t know|no idea|ok(?:ay)?|well)\b[\s,.…-]+)+"
    r"(?=\S+(?: \S+){2})",
    re.I,
)
"""What a short answer begins with and nobody needs to hear again: 'idk I am just tired'."""
_STEM = 5
"""Letters by which two words are taken for the same; shorter ones say little of a matter."""
_SAY_LITTLE = frozenset(
    "about after again always anybo anyon anyth befor being could doesn doing every going happe havent having known"
    " might never nobod other peopl reall right shoul somet still their there these thing think those today until"
    " where which while whole would years yours yourse".split()
)


def foremost(desk: Desk) -> Clause | None:
    """The most charged run; or one beside it that tells more, or names what it only points to: 'she puts it on'."""
    fresh = desk.fresh_clauses()
    fit = [one for one in fresh if not (_MY_JOB.match(one.text) or hangs_on(one.text, desk.text))] or list(fresh)
    if not fit:
        return None
    fit = [one for one in fit if not _SETTLED.match(plain(one.text))] or fit
    first = fit[0]
    if _POINTS_BACK.match(first.text):
        named_it = (one for one in fit if not _POINTS_BACK.match(one.text) and _form(one, desk) in _WEIGHTY)
        return next(named_it, first)
    if _form(first, desk) in tells.STRONG:
        return first
    around = next((one for one in sentences(desk.text) if plain(first.text) in one), "")
    telling = (one for one in fit if one.charge >= first.charge or plain(one.text) in around)
    return next((one for one in telling if _form(one, desk) in tells.STRONG), first)


def _form(one: Clause, desk: Desk) -> str | None:
    return tells.form(one.text, desk.text)


def tender(desk: Desk) -> list[Clause]:
    """What was felt, or comes from the doctor's own past: handed back before all else, two of them at most."""
    told = [one for one in desk.fresh_clauses() if tells.form(one.text, desk.text) in tells.FIRST]
    most = max(told, key=lambda one: one.charge, default=None)
    if most is None:
        pointed = _felt_in_few(desk) or _the_point(desk)
        return [pointed] if pointed else []
    first = min((one for one in told if one.text in most.text), key=lambda one: len(one.text))
    said = _telling_words(first.text)
    beside = (
        one
        for one in told
        if _apart(first.text, one.text, desk.text)
        and said.isdisjoint(_telling_words(one.text))
        and len(one.text.split()) + len(first.text.split()) <= _MOST_OF_TWO
        and restated(one.text, desk.text)
        and restated(first.text, desk.text)
    )
    second = next(beside, None)
    return sorted((one for one in (first, second) if one), key=lambda each: desk.text.find(each.text))


def _felt_in_few(desk: Desk) -> Clause | None:
    """A feeling in a sentence too short for a run of its own: 'feels grim'."""
    for one in commitments.sentences(desk.text):
        told = commitments.tidy(one)
        few = len(told.split()) in _A_FEW and not one.rstrip().endswith("?")
        if few and tells.form(told, desk.text) == "felt":
            return Clause(text=told, kind=ClauseKind.FEELING, charge=1.0)
    return None


def _the_point(desk: Desk) -> Clause | None:
    """What is named as the point, or was heard of oneself as a sting: 'point is people were asked', 'that I'm lazy'."""
    return next((one for one in desk.fresh_clauses() if _POINT.match(plain(one.text))), None)


def led_off(text: str) -> str:
    """A message without the shrug that it begins with."""
    return _LED_WITH.sub("", text)


def short_answer(desk: Desk) -> str | None:
    """The whole message where it is short enough to hand back as it is."""
    words = led_off(desk.text).strip(" .!?,;").split()
    return (
        " ".join(words)
        if words
        and re.search(r"[A-Za-z]{2}", desk.text)
        and len(words) <= _MOST_QUOTED
        and not desk.text.rstrip().endswith("?")
        and "[" not in desk.text
        else None
    )


def all_of_it(whole: str | None, desk: Desk) -> Clause | None:
    """A short message as one run, where it is fit to be handed back whole: nothing of it is lost then."""
    bare = _FILLER_END.sub("", whole or "")
    most = len(bare.split())
    alike = (one for one in desk.fresh_clauses() if len(one.text.split()) >= most - 1)
    fits = (one for one in alike if most and len(words_of(bare) - words_of(one.text)) <= 1)
    return max(fits, key=lambda one: len(one.text.split()), default=None)


def second(first: Clause, desk: Desk) -> Clause | None:
    """In a long message a second run, that names most of the matter, beside the one that carries most."""
    if len(desk.text.split()) < _LONG or desk.before.turn > _EARLY:
        return None
    said = _telling_words(first.text)
    fits = (
        one
        for one in desk.fresh_clauses()
        if len(one.text.split()) + len(first.text.split()) <= _MOST_OF_TWO
        and len(one.text.split()) > SHORT
        and said.isdisjoint(_telling_words(one.text))
        and _apart(first.text, one.text, desk.text)
        and not re.search(r"[\"“”]|[.!]\s", one.text)
        and not WHO_I_AM.search(one.text)
        and not _MY_JOB.match(one.text)
        and _HAS_A_VERB.search(one.text)
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
