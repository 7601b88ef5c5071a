"""The measure of spans: what was marked and found, what was found in vain, and words that only partly agree."""

from bot.coaching.noticed import Spans
from evals.spans import Example, match, measure

FOUND = {
    "ring her on monday": Spans(step=("ring her",), when=("on monday",)),
    "she rang on monday": Spans(when=("on monday",)),
    "ring the sister who left early": Spans(step=("left early",)),
}


def test_right_wrong_missed_and_found_in_vain_are_counted_kind_by_kind() -> None:
    examples = [
        Example("When?", "ring her on monday", {"step": "ring her", "when": "monday"}),
        Example("When?", "she rang on monday", {"step": None, "when": None}),
        Example("What?", "ring the sister who left early", {"step": "ring the sister"}),
        Example("What?", "ring her on monday", {"way": "ring her"}),
    ]
    figures = measure(examples, lambda text, _: FOUND[text])
    assert (figures["step"].found.part, figures["step"].found.whole) == (1, 2)
    assert (figures["step"].found_in_vain.part, figures["step"].found_in_vain.whole) == (0, 1)
    assert (figures["when"].found.part, figures["when"].found_in_vain.part) == (1, 1)
    assert (figures["way"].found.part, figures["way"].found.whole, figures["way"].found_in_vain.whole) == (0, 1, 0)


def test_runs_agree_by_the_words_that_they_share() -> None:
    assert match("Ring her", "ring her") == 1.0
    assert match("ring her", "email him") == 0.0
    assert round(match("ring her today", "ring her"), 2) == 0.8
