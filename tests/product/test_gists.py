"""Gists on messages by hands that were not learnt from. The floors lie a little under what the model card tells."""

from bot import compose
from bot.adapters.gists import kept_apart, read_marked
from evals.gists import measure
from prompts import library


def test_gists_are_found_often_enough_and_rightly(house: compose.House) -> None:
    names = [one.id for one in house.compiled[0].gists]
    marked = read_marked(library.FOLDER / "marks", names)
    figures = measure(kept_apart(marked), lambda text, asked: house.listener.listen(text, asked).gists)
    assert figures.said.whole > 600
    assert figures.said.value >= 0.14, str(figures.said)
    assert figures.said_rightly.value >= 0.88, str(figures.said_rightly)
    assert figures.asked.value >= 0.40, str(figures.asked)
    assert figures.asked_rightly.value >= 0.53, str(figures.asked_rightly)
