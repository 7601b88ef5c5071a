"""A turn -> the prompt that is sent: only what the wording needs, with everybody else's words marked as data."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from bot.coaching.drafting.guide import Example, MoveGuide
from bot.coaching.drafting.shape import Worded
from bot.coaching.drafting.sheet import Prompt, Sheet
from bot.coaching.kinds import Act
from bot.coaching.model import Commitment, State

Render = Callable[[Mapping[str, str]], str]
"""A template with its values filled in; a missing or an unknown one is an error."""

SHOWN: Final = 2
"""Examples that stand in front, the same for every turn of a move; a later one is sent where its situation is the
turn's.
"""
KEY: Final = "e1"
"""What the evidence of a turn is called in its prompt: a key of its own would have to be copied letter for letter."""
_REMEMBERED: Final = 2
_OPTIONS: Final = 4
_LAST_WORDS: Final = 15
_LEAST_WORDS: Final = 4
_TAG: Final = re.compile("[<\uff1c\ufe64\u27e8](?!\\s*[0-9]+(?:[.,][0-9]+)?(?:[\\s%.,;:)]|$))")
"""What could begin a tag: all but a number's 'less than'."""
_QUOTED: Final = re.compile(r'"([^"]*)"')
_OWN_WORDS: Final = 4
_LISTENING: Final = frozenset({Act.REFLECT, Act.ASK_OPEN})
"""The acts of moves that hear and ask and no more; in others a quotation may be the plan that is handed back."""
_SENTENCE_END: Final = re.compile(r"(?<=[.!?])[\"”]?\s+")


@dataclass(frozen=True, slots=True)
class Instructions:
    """The prompt files, read and checked: `style`, `look` and `voice` stand in front, the others are filled in anew.

    `version` is the hash of all of them; `marker` a word that stands in these and nowhere else.
    """

    style: Render
    turn: Render
    look: Render
    look_turn: Render
    voice: Render
    voice_turn: Render
    guides: Mapping[str, MoveGuide]
    version: str
    marker: str


def wording(instructions: Instructions, sheet: Sheet) -> Prompt:
    """What is sent so that a move is put into words."""
    guide = sheet.guide
    front = {
        "marker": instructions.marker,
        "goal": guide.goal,
        "acts": ", ".join(guide.acts),
        "needs": " or ".join(guide.needs) or "none of them",
        "words": str(guide.words),
        "examples": "\n".join(map(_told, guide.examples[:SHOWN])),
    }
    return Prompt(instructions.style(front), instructions.turn(_turn(sheet)), instructions.version)


def second_look(instructions: Instructions, message: str, last_line: str, choices: Mapping[str, str]) -> Prompt:
    """What is sent so that a message, after the coach's `last_line`, is read again; `choices` are titles by id."""
    values = {
        "message": as_data(message),
        "before": as_data(last_line),
        "choices": "\n".join(f"{key}: {as_data(title)}" for key, title in choices.items()),
    }
    return Prompt(
        instructions.look({"marker": instructions.marker}), instructions.look_turn(values), instructions.version
    )


def keyed(worded: Worded, sheet: Sheet) -> Worded:
    """The answer with the evidence's own key for that of the prompt; any other is left for the checks to find."""
    cited = next(iter(sheet.guided.citations), None)
    if cited is None:
        return worded
    own = (one.model_copy(update={"cites": cited.key}) if one.cites == KEY else one for one in worded.sentences)
    return worded.model_copy(update={"sentences": tuple(own)})


def as_data(text: str) -> str:
    """A text of others in which no tag can begin."""
    return _TAG.sub("\u2039", text)


def _turn(sheet: Sheet) -> dict[str, str]:
    """The values of one turn: what is empty leaves its line out."""
    cited = next(iter(sheet.guided.citations), None)
    fixed, plain = _parted(sheet)
    return {
        **_known(sheet, plain),
        "example": _fitting(sheet.guide, sheet.state.situation),
        "last": _ending(sheet.said_before[-1]) if sheet.said_before else "",
        "key": KEY if cited else "",
        "author": _line(cited.author) if cited else "",
        "evidence": _line(sheet.evidence) if cited else "",
        "fixed": _line(fixed),
        "plain": _line(plain),
        "message": as_data(sheet.message),
    }


def _known(sheet: Sheet, plain: str) -> dict[str, str]:
    """What the talk has come to, as far as the message and the plain wording do not say it themselves.

    Once there is a plan, it stands for what led up to it.
    """
    state, told = sheet.state, f"{sheet.message} {plain}".casefold()
    planned = state.commitment is not None and bool(state.commitment.what)
    before = () if planned else state.options[-_OPTIONS:]

    def fresh(*texts: str | None) -> str:
        return "; ".join(_line(one) for one in texts if one and _tells(one) and one.casefold() not in told)

    return {
        "situation": "" if planned else _line(sheet.situation),
        "aim": fresh(state.aim),
        "insight": "" if planned else fresh(state.insight),
        "options": fresh(*before),
        "obstacle": fresh(state.obstacle),
        "plan": fresh(*_plan(state.commitment)),
        "earlier": "" if planned else fresh(*_earlier(state)),
    }


def _parted(sheet: Sheet) -> tuple[str, str]:
    """What stands whatever the model writes, and the plain wording of the rest; evidence is said once, in its tag."""
    guided = sheet.guided
    fixed = " ".join(one.text for one in guided.sentences[: guided.fixed])
    own = guided.sentences[guided.fixed :]
    listens = {*sheet.guide.acts} == _LISTENING
    plain = " ".join(one.text for one in own if not (listens and _only_quotes(one.text, sheet.message)))
    if guided.citations and sheet.evidence:
        plain = plain.replace(sheet.evidence, f"[{KEY}]")
    return fixed, plain


def _only_quotes(text: str, message: str) -> bool:
    """Whether a sentence only hands the message's own words back, which the model does better from the message."""
    said, quoted = message.casefold(), _QUOTED.findall(text)
    own = _QUOTED.sub("", text).split()
    return bool(quoted) and len(own) <= _OWN_WORDS and all(one.casefold() in said for one in quoted)


def _told(one: Example) -> str:
    """An example as it is shown: what was written, and the answer, a line for each sentence."""
    before = (f"Coach: {one.before}",) if one.before else ()
    return "\n".join((*before, f"Doctor: {one.doctor}", *(each.line for each in one.coach)))


def _fitting(guide: MoveGuide, situation: str | None) -> str:
    later = (one for one in guide.examples[SHOWN:] if situation and one.situation == situation)
    return next(map(_told, later), "")


def _plan(plan: Commitment | None) -> tuple[str, ...]:
    """The plan as far as it goes."""
    if plan is None or not plan.what:
        return ()
    return (
        plan.what,
        plan.when or "",
        f"with {plan.with_whom}" if plan.with_whom else "",
        f"if it snags: {plan.if_then}" if plan.if_then else "",
        f"easier with: {plan.easier}" if plan.easier else "",
        f"sure of it: {plan.confidence} of 10" if plan.confidence is not None else "",
    )


def _earlier(state: State) -> tuple[str, ...]:
    """What is worth coming back to and is said nowhere else."""
    elsewhere = {one.casefold() for one in (state.aim or "", state.insight or "", *state.options)}
    texts = [one.text for one in state.memory if one.turn < state.turn and one.text.casefold() not in elsewhere]
    return tuple(one for one in texts if _tells(one))[-_REMEMBERED:]


def _tells(text: str) -> bool:
    """Whether a run of words is more than 'not sure' or 'hard to say'."""
    return len(text.split()) >= _LEAST_WORDS


def _ending(said: str) -> str:
    """The end of the coach's last reply, whole sentences of it: the question that is being answered, and its lead."""
    kept: list[str] = []
    for sentence in reversed(_SENTENCE_END.split(said)):
        if kept and len(" ".join((sentence, *kept)).split()) > _LAST_WORDS:
            break
        kept.insert(0, sentence)
    return _line(" ".join(kept))


def _line(text: str | None) -> str:
    """Somebody's words on one line, without anything that could begin a tag."""
    return as_data(" ".join((text or "").split()))
