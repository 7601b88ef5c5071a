"""Questions that stay with the words just handed back, chosen by what these are a telling of."""

from typing import Final

from bot.coaching import opening_lines
from bot.coaching.cold_starts import turns_told
from bot.coaching.growing import asking, found, tells, tells_plainly
from bot.coaching.growing.evidence import Evidence
from bot.coaching.kinds import Act
from bot.coaching.plain import plain
from bot.coaching.write.desk import Desk, fill

GROWING: Final = {"deepen": ("grow",), "ask_more": ("aim", "grow"), "ask_aim": ("aim",), "ask_options": ("options",)}
"""The stock groups whose question may grow out of the message, and how the groups of such questions begin.

Where more is asked a second time, what the doctor wants of it comes before another question about the matter.
"""

_POINTING: Final = {"deepen": "point", "ask_more": "point", "ask_aim": "point_aim", "ask_options": "point_options"}
"""The groups that point, by the stock group in whose place they come."""

TENDER: Final = tells.FIRST
"""What is stayed with even where the doctor's own ideas were to be asked for."""

_SAYS_ENOUGH: Final = frozenset(
    {"figures", "patient", "refused", "short", "thought", "rides", "guess", "used_to", "no_answer"}
)
"""What a pointing question fits better than one that grows out of a lesser part of the message."""

_THEM: Final = {"he": "him", "she": "her", "they": "them"}
_WORTH_IT: Final = 5
"""How much a question out of other words than those handed back must be worth."""


def ask(desk: Desk, group: str) -> None:
    """Ask what a group asks for: staying with what was handed back, or out of the message, else in stock words."""
    kind = kind_of_handed(desk) if group in _POINTING else None
    strong = tells.STRONG if group != "ask_options" else TENDER
    if kind in strong and point(desk, group):
        return
    least = _WORTH_IT if kind in _SAYS_ENOUGH and group != "ask_options" else 0
    if grow(desk, group, least) or (kind and group != "ask_options" and point(desk, group)):
        return
    desk.phrase(group, Act.ASK_OPEN)


def grow(desk: Desk, group: str, least: int = 0) -> bool:
    """Ask a question that grows out of this message, in place of the group's; False where none is worth that much."""
    prefixes = GROWING.get(group, ())
    tried = prefixes if turns_told(desk.before) else prefixes[-1:]
    return any(_grown(desk, one, least) for one in tried)


def point(desk: Desk, group: str = "deepen") -> bool:
    """Ask on from the words just handed back; False where none were, or where these say nothing by their form."""
    kind, prefix = kind_of_handed(desk), _POINTING[group]
    if kind is None:
        return False
    own = "point_felt_error" if of_an_error(kind, desk) else f"{prefix}_{kind}"
    if own not in desk.words.phrases:
        return False
    if kind == "past" and not any(one.startswith("point_thanks") for one in desk.state.used):
        desk.phrase("point_thanks", Act.AFFIRM)
    key, line = _fresh_line(own, desk)
    desk.used.append(key)
    who = tells_plainly.who_did(plain(desk.handed)) or "they"
    desk.say(fill(line, {"them": _THEM[who]}), Act.ASK_OPEN)
    return True


def of_an_error(kind: str | None, desk: Desk) -> bool:
    """Whether what is felt is felt about an error of the doctor's own: then the question is kind and easy."""
    return kind == "felt" and opening_lines.own_error(desk.state.said)


def _fresh_line(group: str, desk: Desk) -> tuple[str, str]:
    """The next line of a group that was not asked in this talk, under another group's name either."""
    used = [*desk.state.used, *desk.used]
    asked = {line for key in used if (line := _line(key, desk))}
    first = desk.words.pick(group, tuple(used), desk.state.opening_words)
    key, line = first
    for _ in desk.words.phrases[group]:
        if line not in asked:
            return key, line
        used.append(key)
        key, line = desk.words.pick(group, tuple(used), desk.state.opening_words)
    return first


def _line(key: str, desk: Desk) -> str:
    """What was said under a key that was remembered: 'point_told:2'; "" where it names no phrase."""
    group, _, number = key.rpartition(":")
    lines = desk.words.phrases.get(group, ())
    return lines[int(number)] if number.isdecimal() and int(number) < len(lines) else ""


def kind_of_handed(desk: Desk) -> str | None:
    """What the words just handed back are a telling of: 'told' where their form does not say; None where none were."""
    if not desk.handed:
        return None
    kind = tells.form(desk.handed, desk.text)
    return "seen" if kind is None and _follows_an_insight(desk) else kind or "told"


def _follows_an_insight(desk: Desk) -> bool:
    """Whether the message came to see something before the words handed back: they are what follows from it."""
    before = desk.text[: max(0, desk.text.find(desk.handed))]
    return any(one.text in before and tells.form(one.text, desk.text) == "seen" for one in desk.reading.clauses)


def _grown(desk: Desk, prefix: str, least: int) -> bool:
    room = asking.Room(desk.text, desk.said_so_far(), (*desk.state.used, *desk.used), desk.state.opening_words)
    evidence = tuple(one for one in _near(desk) if one.weight >= least)
    asked = asking.ask(evidence, prefix, desk.words, room)
    if asked is None:
        return False
    desk.used += asked.used
    desk.say(asked.text, Act.ASK_OPEN)
    return True


def _near(desk: Desk) -> tuple[Evidence, ...]:
    """What the message holds that a question may grow out of: of the words handed back, or worth enough beside them."""
    charged = desk.handed or (desk.reading.clauses[0].text if desk.reading.clauses else "")
    evidence = found.evidence(desk.text, charged, desk.before.expecting)
    own = (
        {(one.form, one.key) for one in found.evidence(desk.handed, "", desk.before.expecting)} if desk.handed else None
    )
    return tuple(one for one in evidence if own is None or one.weight >= _WORTH_IT or (one.form, one.key) in own)
