"""What each trait of a run counts; written by `python -m evals.listening` from prompts/judgements, not by hand."""

from collections.abc import Mapping
from typing import Final

WEIGHTS: Final[Mapping[str, float]] = {
    "after_but": 0.32,
    "asked": -0.6,
    "asked_last": -0.64,
    "asks": -0.5,
    "asks_advice": -0.51,
    "ends_sentence": 0.17,
    "felt": 0.37,
    "first_sentence": -0.55,
    "from_me": 0.31,
    "from_them": 0.1,
    "hard": 0.39,
    "kind_doubt": -0.05,
    "kind_fact": -0.14,
    "kind_feeling": 0.28,
    "kind_others_act": -0.21,
    "kind_own_act": -0.08,
    "kind_plan": 0.21,
    "last_sentence": 0.17,
    "length": 0.82,
    "long": 0.33,
    "mine": 0.28,
    "negated": 0.56,
    "number": -0.06,
    "opens_sentence": -0.63,
    "own_negated": 0.06,
    "place": 0.98,
    "quoted": 0.31,
    "second_sentence": -0.24,
    "short": -0.76,
}
