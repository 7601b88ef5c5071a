"""Units and targets: what a search ranks, the lines that lead to it, and texts that repeat each other."""

from knowledge.index.duplicates import duplicate_groups
from knowledge.index.units import UnitKind, heading, make_targets, make_units, sentences
from tests.knowledge.small_library import TEXTS, small_library

LONG = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"


def test_every_passage_is_a_target_and_knows_its_cards_and_situations() -> None:
    targets = make_targets(small_library())
    assert [target.passage for target in targets] == list(TEXTS)
    assert targets[2].cards == ("own-mistake",)
    assert targets[2].situations == {"admitting_fallibility": 1.0, "psychological_safety": 0.7}
    assert targets[5].cards == ()


def test_without_texts_every_card_is_a_target_with_its_place_alone() -> None:
    targets = make_targets(small_library(installed=False))
    assert len(targets) == 5
    assert all(target.start is None and target.passage is None for target in targets)


def test_lines_of_a_card_lead_to_its_passage() -> None:
    library = small_library()
    targets = make_targets(library)
    units = make_units(library, targets)
    when = [unit for unit in units if unit.kind is UnitKind.WHEN]
    assert next((unit.card, unit.targets) for unit in when) == ("bold-target", (0,))
    assert {unit.kind for unit in units} == set(UnitKind)


def test_a_passage_is_embedded_under_its_title_and_section() -> None:
    library = small_library()
    targets = make_targets(library)
    assert heading(targets[0], library.titles) == "A small book on leading > Part 0. "
    assert make_units(library, targets)[0].text.startswith("A small book on leading > Part 0. A bold target")
    assert heading(targets[0], {}) == "Part 0. "


def test_scraps_are_no_sentences_but_a_text_of_scraps_is_one() -> None:
    assert sentences("He stayed and he listened. Yes. Then they spoke at last.") == [
        "He stayed and he listened.",
        "Then they spoke at last.",
    ]
    assert sentences("Not now.") == ["Not now."]
    assert sentences("") == [""]


def test_near_copies_share_a_group_and_others_do_not() -> None:
    assert duplicate_groups([LONG, "something else entirely", LONG + " and more", LONG]) == (0, 1, 0, 0)


def test_short_lines_in_common_are_no_copies() -> None:
    assert duplicate_groups(["the agenda for today", "the agenda for today"]) == (0, 1)
