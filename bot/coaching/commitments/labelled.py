"""A plan written like a form: 'Action: ... When: ... Confidence: 8. Barrier: ...', each part under its own name."""

import re
from dataclasses import dataclass
from typing import Final

from bot.coaching.commitments.sentences import tidy, without_quotations

_NAMES: Final = {
    "step": r"(?:the )?(?:action|plan|what|step|commitment|to do|task|goal)",
    "when": r"(?:when|date|day|time|timing|by when|deadline|due)",
    "who": r"(?:with )?(?:who|whom|person|with)",
    "snag": r"(?:the )?(?:obstacle|barrier|snag|blocker|worry|problem|hurdle|risk|challenge|difficulty)",
    "number": r"(?:my )?(?:confidence|number|certainty|score|rating|sureness|how sure|sure|likelihood)",
    "way": r"(?:if[- ]then|back ?up|backup plan|plan b|if stuck|if not)",
    "doubt": r"doubts?",
}
_ALL: Final = "|".join(f"(?P<{name}>{names})" for name, names in _NAMES.items())
_LABEL: Final = re.compile(
    rf"(?:^|(?<=[.,;:!?\n)])|\b(?:and|oh)\b)\s*(?:(?:my|the) )?(?:{_ALL})(?P<mark>\s*[:=]|,(?=\s)|\s+(?:is|are"
    rf"|being)\b)\s*",
    re.I,
)
_I_WILL: Final = re.compile(r"^(?:to|that)?\s*i(?:['’]ll| will| shall|['’]m going to)?\s+", re.I)
_FEWEST: Final = 2


@dataclass(frozen=True, slots=True)
class Form:
    """What stands under each name; empty where the form has no such line."""

    step: str = ""
    when: str = ""
    snag: str = ""
    number: str = ""
    way: str = ""
    lead: str = ""
    """What stands before the first name."""


def form(text: str) -> Form | None:
    """The parts of a message that names at least two of them; None of any other message."""
    veiled = without_quotations(text)
    found = list(_LABEL.finditer(veiled))
    kinds = [next(name for name in _NAMES if one[name]) for one in found]
    if len(set(kinds)) < (_FEWEST + 1 if any(one["mark"] == "," for one in found) else _FEWEST):
        return None
    ends = [one.start() for one in found[1:]] + [len(text)]
    told = {kind: tidy(text[one.end() : end]) for kind, one, end in zip(kinds, found, ends, strict=True)}
    lead = tidy(text[: found[0].start()])
    return Form(
        step=_I_WILL.sub("", told.get("step", "")) or ("" if "when" not in told else lead),
        when=told.get("when", ""),
        snag=_first(told.get("snag", "")),
        number=told.get("number", ""),
        way=told.get("way", ""),
        lead=lead,
    )


def _first(told: str) -> str:
    """What may stop it, without a longer word on it in brackets."""
    return tidy(re.sub(r"\s*\([^)]*\)?", "", told)) or told
