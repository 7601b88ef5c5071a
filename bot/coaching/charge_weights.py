"""What each trait of a run counts; written by `python -m evals.listening` from prompts/judgements, not by hand."""

from collections.abc import Mapping
from typing import Final

WEIGHTS: Final[Mapping[str, float]] = {
    "after_but": 0.33,
    "asked": -0.6,
    "asked_last": -0.63,
    "asks": -0.5,
    "asks_advice": -0.51,
    "ends_sentence": 0.17,
    "felt": 0.45,
    "first_sentence": -0.55,
    "from_me": 0.3,
    "from_them": 0.09,
    "hard": 0.39,
    "kind_doubt": -0.05,
    "kind_fact": -0.15,
    "kind_feeling": 0.35,
    "kind_others_act": -0.22,
    "kind_own_act": -0.12,
    "kind_plan": 0.21,
    "kind_speech": -0.01,
    "last_sentence": 0.18,
    "length": 0.82,
    "long": 0.32,
    "mine": 0.28,
    "negated": 0.56,
    "number": -0.06,
    "opens_sentence": -0.63,
    "own": 0.01,
    "own_negated": 0.05,
    "place": 0.97,
    "quoted": 0.3,
    "second_sentence": -0.23,
    "short": -0.76,
}
