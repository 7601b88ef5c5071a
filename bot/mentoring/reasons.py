"""Why the coach did what it did, as people are told it: no number of the model's, and no id of ours.

The record keeps the reason as it was given, which trainers need.
"""

import re
from typing import Final

_DANGERS: Final = {
    "crisis_self": "danger to the doctor",
    "patient_safety_now": "a patient in danger now",
    "colleague_at_risk": "a colleague at risk",
    "mistreatment": "mistreatment at work",
    "clinical_advice": "a clinical question",
    "injection": "an attempt to change the coach",
}
"""What stops coaching, by its id."""
_DANGER: Final = "|".join(one if "_" in one else rf"{one}(?=[:,]| \(|$)" for one in _DANGERS)
"""Those of one word are words of the language too: they are ids where something follows that sets them off."""
_NOTES: Final = re.compile(r"\s*\((?:[^()]*\s)?\(?[0-9][0-9.,]*\)+")
"""What the model made of it, in brackets: its number, and the words around it."""
_OURS: Final = re.compile(r"\s*\((?:plan|none|already|unclear|way|number)\)")
"""Names of lines that a reason ends with."""
_NAMED: Final = re.compile(rf"(?P<denied>it is not )?\b(?P<danger>{_DANGER})")
_CODE: Final = re.compile(r"\w*_\w*")
_DENIED: Final = re.compile(r"^the doctor says that it is not \w+, and is believed; then: ")
_SAID: Final = (
    (re.compile(r"\breads like other messages of its kind"), "it reads like other messages of that kind"),
    (re.compile(r"\bcould be one of its kind"), "it could be one of that kind"),
    (re.compile(r"\bthe words [\w ]+ patterns look for"), "its words say so"),
    (re.compile(r"\bthe card [\w-]+"), "an idea from the sources"),
    (re.compile(r"(?<=the last commitment was )not(?=:)"), "not kept"),
    (re.compile(r"(?<=the last commitment was )partly(?=:)"), "partly kept"),
    (re.compile(r"(?<=the last commitment) was unclear(?=:)"), " may or may not have been kept"),
)


def in_words(reason: str) -> str:
    """The reason of a move in plain words; one that is in plain words already stays as it is."""
    told = _OURS.sub("", _NOTES.sub("", reason))
    for pattern, words in _SAID:
        told = pattern.sub(words, told)
    return _CODE.sub(_spelt, _NAMED.sub(_named, told)).strip()


def but_for_a_denial(reason: str) -> str:
    """The reason as it is kept, without the danger that the doctor was asked about before, and denied."""
    return _DENIED.sub("", reason)


def _named(found: re.Match[str]) -> str:
    danger = _DANGERS[found["danger"]]
    return f"this is not about {danger}" if found["denied"] else danger


def _spelt(found: re.Match[str]) -> str:
    return " ".join(found[0].split("_")).strip()
