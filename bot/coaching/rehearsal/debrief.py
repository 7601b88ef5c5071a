"""What is said after a rehearsal: what opened them, what closed them, the balance, what stayed hidden, what to try."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from bot.coaching.practice import Debrief, Moment, Openness, Practice, Step, Told
from bot.coaching.rehearsal.acts import CLOSING, OF_LABEL, OPENING, Act
from bot.coaching.rehearsal.between import as_heard
from bot.coaching.rehearsal.cast import Cast
from bot.coaching.rehearsal.hearing import greets
from bot.coaching.rehearsal.levels import end_of, openness_of
from bot.coaching.rehearsal.lines import Speaker, joined, words
from bot.coaching.rehearsal.people import who

_MOST_WORDS: Final = 130
_SHOWN: Final = 16
_SHOWN_SHORT: Final = 10
_SHOWN_LEAST: Final = 6
_TWO_STOPS: Final = re.compile(r"([.?!…])\"\.")
_FIRST: Final = {"name": re.compile(r"(?:^|(?<=[.?!] ))\{name\}")}
"""Where what is filled in begins a sentence."""

_NEARLY: Final = 2
_LEAST_SHOWN: Final = 4
_SWEARS: Final = re.compile(
    r"\b(?:mother)?f+u+c+k\w*|\b(?:bull)?sh[i1]t\w*|\barse(?:hole)?s?\b|\bass(?:hole)s?\b|\bwank\w*|\btwats?\b"
    r"|\bcunts?\b"
    r"|\bprick(?:s|ing)?\b|\bdick(?:head)?s?\b|\bbastards?\b|\bbitch\w*|\bbloody\b|\bbollocks\b|\bpiss(?:ed|ing)?\b"
    r"|\bcrap\b|\bsod(?:ding)?\b|\bbugger\b|\bf\*+\w*|\bs\*+t\b|\bslag\b|\bgit\b",
    re.I,
)
_MARKS: Final = str.maketrans({'"': "'", "“": "'", "”": "'"})


@dataclass(frozen=True, slots=True)
class _Pieces:
    """The debrief's parts, of which the lightest are left out where it would grow too long."""

    leaves: str
    opened: str
    closed: str
    balance: str
    hidden: str
    again: str

    def text(self, *, leaves: bool = True) -> str:
        """All of it, or without the other's last words."""
        moved = joined((self.opened, self.closed))
        told = joined((self.balance, self.hidden))
        return paragraphs((self.leaves if leaves else "", moved, told, self.again))


class _Cut(Protocol):
    """The debrief's parts with quotes of so many words, and with or without where the idea is from."""

    def __call__(self, shown: int, *, of: bool = True) -> _Pieces: ...


def paragraphs(parts: Sequence[str]) -> str:
    """Parts with a line free between them."""
    return "\n\n".join(one for one in parts if one)


def ended(practice: Practice, cast: Cast) -> Step:
    """The end of a rehearsal, with its debrief where anything was said."""
    used = list(practice.used)
    over = practice.model_copy(update={"over": True, "paused": False, "setting_up": ""})
    if not practice.moments:
        text = said("nothing_said", used, cast, name=who(practice, cast).name if practice.role else "anybody")
        return Step(practice=over, voice="coach", event="ended", text=text)
    told = _debrief(practice, cast, used)
    after = over.model_copy(update={"used": tuple(used)})
    return Step(practice=after, voice="coach", event="debrief", text=told.text, debrief=told)


def said(group: str, used: list[str], cast: Cast, **values: object) -> str:
    """The coach's next line of a group with its values filled in."""
    lines = cast.coach.lines[group]
    speaker = Speaker(used, f"{len(used)}")
    line = speaker.take(f"coach/{group}", lines) or speaker.oldest(f"coach/{group}", lines)
    for name, value in values.items():
        line = _FIRST[name].sub(_upper(str(value)), line) if name in _FIRST else line
        line = line.replace("{" + name + "}", str(value))
    return _TWO_STOPS.sub(r'\1"', line).strip()


def _best(moments: Sequence[Moment]) -> int:
    """The line that opened them most; of several the one at which they opened up, else the first."""

    def weight(at: int) -> tuple[int, bool, int]:
        turned = openness_of(moments[at].level) is Openness.OPEN and (
            at == 0 or openness_of(moments[at - 1].level) is not Openness.OPEN
        )
        return moments[at].opened, turned, -at

    return max(range(len(moments)), key=weight)


def try_at(practice: Practice) -> int:
    """The number of the line to try again, from 0: the one that closed them most, else one that had more in it."""
    moments = practice.moments
    worst = min(range(len(moments)), key=lambda at: (moments[at].opened, at))
    if moments[worst].opened < 0:
        return worst
    said_something = [at for at, one in enumerate(moments) if _could_be_more(at, one)] or [worst]
    least = min(moments[at].opened for at in said_something)
    flat = [at for at in said_something if moments[at].opened == least]
    return max(flat, key=lambda at: (moments[at].telling - moments[at].asking, words(moments[at].words), -at))


def _could_be_more(at: int, moment: Moment) -> bool:
    """Whether a line is worth another go: no greeting, no thanks, no step that was agreed."""
    return bool(moment.acts) and Act.PROPOSED not in moment.acts and not (at == 0 and greets(moment.words))


def _debrief(practice: Practice, cast: Cast, used: list[str]) -> Debrief:
    role, moments = who(practice, cast), practice.moments
    best, again = _best(moments), try_at(practice)
    opened = _told(best, practice, cast) if moments[best].opened > 0 else None
    closed = _told(again, practice, cast) if moments[again].opened < 0 else None
    how = cast.coach.tries[_main_act(moments[again])]
    asking, telling = sum(one.asking for one in moments), sum(one.telling for one in moments)
    end = end_of(moments)
    leaves = Speaker([*used], moments[-1].words).take(f"end/{end}", role.ends[end])

    def quote(at: int, shown: int) -> str:
        return _shown(_sentence(at, practice, cast, shown + _NEARLY), shown)

    def pieces(shown: int, *, of: bool = True) -> _Pieces:
        line = _filler(used[:], cast)
        worse = line("closed", {"words": quote(again, shown), "why": closed.why}) if closed else ""
        to_try = {"words": quote(again, shown), "how": how.how, "of": how.of if of else ""}
        return _Pieces(
            leaves=line("leaves", {"said": leaves}) if leaves else "",
            opened=line("opened", {"words": quote(best, shown), "why": opened.why}) if opened else "",
            closed=worse or ("" if opened else line("flat", {})),
            balance=line("balance", {"asking": asking, "telling": telling}),
            hidden=line("told_hidden", {}) if practice.revealed else line("hidden", {"hidden": role.hidden.strip()}),
            again=joined((line("try" if moments[again].opened <= 0 else "try_more", to_try), line("in_again", {}))),
        )

    return Debrief(
        end=end,
        moments=tuple(sorted((one for one in (opened, closed) if one), key=lambda one: one.turn)),
        asking=asking,
        telling=telling,
        hidden=None if practice.revealed else role.hidden.strip(),
        try_words=_sentence(again, practice, cast),
        try_how=how.how,
        card=how.card,
        cited=cast.card(how.card),
        text=_short_enough(pieces),
    )


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _filler(used: list[str], cast: Cast) -> Callable[[str, Mapping[str, object]], str]:
    return lambda group, values: said(group, used, cast, **values)


def _short_enough(pieces: _Cut) -> str:
    """The fullest form within the bound."""
    long, short = pieces(_SHOWN), pieces(_SHOWN_SHORT)
    forms = (
        long.text(),
        long.text(leaves=False),
        short.text(leaves=False),
        pieces(_SHOWN_SHORT, of=False).text(leaves=False),
        pieces(_SHOWN_LEAST, of=False).text(leaves=False),
    )
    return next((one for one in forms if words(one) <= _MOST_WORDS), forms[-1])


def _told(at: int, practice: Practice, cast: Cast) -> Told:
    moment = practice.moments[at]
    return Told(
        turn=at + 1,
        words=_sentence(at, practice, cast),
        effect="opened" if moment.opened > 0 else "closed",
        why=cast.coach.why[_main_act(moment)],
        answer=moment.answer,
    )


def _main_act(moment: Moment) -> Act:
    """What a line did above all: what closed or opened them, else what it was."""
    order = (*CLOSING, *OPENING) if moment.opened <= 0 else (*OPENING, *CLOSING)
    rest = (Act.PROPOSED, Act.ASKED_CLOSED, Act.TOLD)
    return next((one for one in (*order, *rest) if one in moment.acts), Act.TOLD)


def _sentence(at: int, practice: Practice, cast: Cast, most: int = _SHOWN) -> str:
    """A line in the doctor's exact words where it is short, else the sentence of it that did it; whole if none did."""
    moment = practice.moments[at]
    act = _main_act(moment)
    before = practice.moments[at - 1].answer if at else ""
    if words(moment.words) <= most:
        return moment.words.strip()
    for sentence in cast.label(moment.words, before):
        one = as_heard(sentence, moment.words, answering=at > 0)
        if any(OF_LABEL.get(label) is act for label in one.labels):
            return moment.words[one.start : one.end].strip()
    return moment.words.strip()


def _shown(text: str, most: int) -> str:
    """A text as it stands between double quotation marks: whole where it is short, else its beginning.

    It ends with a sentence where one ends within the bound. Swear words are not handed back.
    """
    every = _SWEARS.sub("...", text.translate(_MARKS)).split()
    if len(every) <= most + _NEARLY:
        return " ".join(every)
    ends = [at for at, word in enumerate(every[:most], 1) if word.rstrip("')").endswith((".", "?", "!"))]
    if ends and ends[-1] >= _LEAST_SHOWN:
        return " ".join(every[: ends[-1]])
    return f"{' '.join(every[:most]).rstrip(',;:')} ..."
