"""The last look before anything is sent to a chat model: what was kept before the rules knew better is masked, too."""

from collections.abc import Callable
from dataclasses import replace

from bot.coaching import identifiers
from bot.coaching.drafting.sheet import Sheet
from bot.coaching.identifiers import NameLists
from bot.coaching.model import Commitment, State
from bot.coaching.record import Draft, Sentence

Mask = Callable[[str], str]


def masking(names: NameLists) -> Mask:
    """A function that replaces identifying details by their kind."""

    def mask(text: str) -> str:
        return identifiers.mask(text, identifiers.find(text, names))

    return mask


def masked(sheet: Sheet, names: NameLists) -> Sheet:
    """The sheet with every word of the doctor's masked, wherever it was kept or is said back."""
    mask = masking(names)
    return replace(
        sheet,
        message=mask(sheet.message),
        state=_state(sheet.state, mask),
        said_before=tuple(map(mask, sheet.said_before)),
        guided=_draft(sheet.guided, mask),
    )


def _state(state: State, mask: Mask) -> State:
    texts = {name: mask(text) for name in ("aim", "insight", "obstacle") if (text := getattr(state, name))}
    return state.model_copy(
        update={
            **texts,
            "options": tuple(map(mask, state.options)),
            "memory": tuple(one.model_copy(update={"text": mask(one.text)}) for one in state.memory),
            "commitment": _plan(state.commitment, mask),
            "opening_words": mask(state.opening_words),
            "topic_words": mask(state.topic_words),
        }
    )


def _plan(plan: Commitment | None, mask: Mask) -> Commitment | None:
    if plan is None:
        return None
    parts = ("what", "when", "with_whom", "if_then", "easier", "obstacle")
    return plan.model_copy(update={name: mask(text) for name in parts if (text := getattr(plan, name))})


def _draft(draft: Draft, mask: Mask) -> Draft:
    """The guided wording: what rests on a source names its author, and holds nothing of the doctor's."""
    return draft.model_copy(update={"sentences": tuple(_sentence(one, mask) for one in draft.sentences)})


def _sentence(one: Sentence, mask: Mask) -> Sentence:
    return one if one.cites else one.model_copy(update={"text": mask(one.text)})
