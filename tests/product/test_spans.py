"""Words on messages by a hand that was not learnt from. The floors lie a little under what the model card tells."""

import pytest

from bot import compose
from bot.adapters.gists import KEPT_APART
from bot.adapters.spans import read_spans
from evals.spans import Example, Figures, measure
from prompts import library


@pytest.fixture(scope="module")
def figures(house: compose.House) -> dict[str, Figures]:
    marked = [
        one for one in read_spans(library.FOLDER / "spans") if one.hand in KEPT_APART and "step" in one.looked_for
    ]
    plans = [one for one in marked if one.hand.startswith("plans_")]
    examples = [
        Example(one.asked, one.text, {kind: next(iter(one.spans.get(kind, ())), None) for kind in one.looked_for})
        for one in plans
    ]
    assert len(examples) >= 300
    return measure(examples, lambda text, asked: house.listener.listen(text, asked).spans)


@pytest.mark.parametrize(
    ("kind", "found"), [("step", 0.90), ("when", 0.70), ("snag", 0.68), ("way", 0.84), ("aim", 0.80)]
)
def test_the_words_of_a_plan_are_found(figures: dict[str, Figures], kind: str, found: float) -> None:
    assert figures[kind].found.value >= found, str(figures[kind].found)


@pytest.mark.parametrize("kind", ["step", "when", "snag", "way", "aim"])
def test_what_is_not_there_is_seldom_found(figures: dict[str, Figures], kind: str) -> None:
    assert figures[kind].found_in_vain.value <= 0.04, str(figures[kind].found_in_vain)
