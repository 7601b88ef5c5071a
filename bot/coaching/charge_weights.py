"""What each trait of a run counts; written by `python -m evals.listening` from prompts/judgements, not by hand."""

from collections.abc import Mapping
from typing import Final

WEIGHTS: Final[Mapping[str, float]] = {
    "after_but": 0.32,
    "asked": -0.61,
    "asked_last": -0.68,
    "asks": -0.47,
    "asks_advice": -0.52,
    "ends_sentence": 0.19,
    "felt": 0.36,
    "first_sentence": -0.59,
    "from_me": 0.31,
    "from_them": 0.11,
    "hard": 0.42,
    "kind_doubt": -0.06,
    "kind_fact": -0.15,
    "kind_feeling": 0.27,
    "kind_others_act": -0.18,
    "kind_own_act": -0.11,
    "kind_plan": 0.23,
    "last_sentence": 0.18,
    "length": 0.86,
    "long": 0.3,
    "mine": 0.3,
    "negated": 0.58,
    "number": -0.06,
    "opens_sentence": -0.59,
    "own": 0.05,
    "own_negated": 0.03,
    "place": 0.99,
    "quoted": 0.27,
    "second_sentence": -0.28,
    "short": -0.81,
}
