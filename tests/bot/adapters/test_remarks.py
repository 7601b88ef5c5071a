from collections.abc import Callable
from pathlib import Path

import pytest

from bot.adapters import remarks
from bot.coaching.review import (
    aims,
    amends,
    apologies,
    choosing,
    fault,
    fault_forms,
    juniors,
    ladder,
    leading_forms,
    lists,
    mended,
    missing,
    money,
    overdone,
    place_words,
    places,
    plainest,
    softened,
    stings,
    strengths,
    takebacks,
    turning,
    weighing,
)
from knowledge import cards
from knowledge.errors import KnowledgeError
from prompts import library

MODULES = (
    aims,
    amends,
    apologies,
    choosing,
    fault,
    fault_forms,
    juniors,
    ladder,
    leading_forms,
    lists,
    mended,
    missing,
    money,
    overdone,
    place_words,
    places,
    plainest,
    softened,
    stings,
    strengths,
    takebacks,
    turning,
    weighing,
)
SOURCE = "\n".join(Path(str(one.__file__)).read_text(encoding="utf-8") for one in MODULES)


def test_every_card_of_a_remark_is_one_of_the_cards() -> None:
    known = {one.id for one in cards.load_cards()}
    assert remarks.load(known).remarks


def test_a_card_that_is_none_is_an_error_with_its_line() -> None:
    with pytest.raises(KnowledgeError, match=r"changes\.yaml:\d+.*there is no card"):
        remarks.load({"inquiry-more-than-advocacy"})


def test_every_remark_and_form_is_one_that_the_code_finds() -> None:
    loaded = remarks.load()
    for one in loaded.remarks.values():
        assert f'"{one.id}"' in SOURCE, one.id
        for form in one.forms:
            assert f'"{form}"' in SOURCE, (one.id, form)
    for praise in loaded.strengths:
        assert f'"{praise}"' in SOURCE, praise


@pytest.mark.parametrize(
    ("broken", "says"),
    [
        (lambda text: text.replace("- id: leading", "- id: order", 1), "stands twice"),
        (lambda text: text.replace("{act}{when}?", "{act{when}?", 1), "cannot be filled"),
        (lambda text: text.replace("weight: 6.0", "weight: 60", 1), "weight"),
        (lambda text: text.replace("why_of:\n    cut:", "why_of:\n    nobody:", 1), "form that it has not"),
        (
            lambda text: text.replace("gets in the way of this at present?", "of it?? {act}", 1),
            "nor one plain question",
        ),
    ],
)
def test_a_mistake_in_the_words_is_named(
    broken: Callable[[str], str], says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = library.file(remarks.CHANGES).read_text(encoding="utf-8")
    assert broken(text) != text
    mistaken = tmp_path / "changes.yaml"
    mistaken.write_text(broken(text), encoding="utf-8")
    real = library.file
    monkeypatch.setattr(library, "file", lambda name: mistaken if name == remarks.CHANGES else real(name))
    with pytest.raises(KnowledgeError, match=says):
        remarks.load()
