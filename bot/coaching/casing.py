"""Days, months, grades and short forms as they are written, where the coach says a doctor's words again."""

import re
from typing import Final

_DAYS: Final = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\b(?:january|february|april|june|july|august|september|october"
    r"|november|december|christmas|easter|friday|english|british|greek|indian|italian)\b",
    re.I,
)
_LETTERS: Final = re.compile(
    r"\b(?:mri|gps?|ecgs?|icu|itu|hdu|mdt|hcas?|cns|tpd|nhs|f[123]s?|fy[12]s?|st[1-8]s?|ct[123]s?|sho(?:s)?"
    r"|imt\d?s?|gpst\d?"
    r"|arcp|gmc|dnar|odps?|iv|ivs|tto|ttos|ooh|ent|id|uk|qi|ae|cqc|gcs|picc|lp|ng|f2s)\b",
    re.I,
)


def spelt(words: str) -> str:
    """Days, months, grades and short forms as they are written, and capitals that were only shouted left small."""
    told = _DAYS.sub(lambda one: one[0].capitalize(), words)
    return _LETTERS.sub(_short_form, told)


def _short_form(found: re.Match[str]) -> str:
    bare = found[0]
    many = bool(re.search(r"[a-z0-9]s$", bare.casefold())) and bare.casefold() not in {"cns", "nhs"}
    return f"{bare[:-1].upper()}s" if many else bare.upper()
