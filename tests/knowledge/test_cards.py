"""Cards are loaded strictly and bound to the passages of their anchors; every fault is named."""

from pathlib import Path

import pytest

from knowledge.cards import bind, load_cards
from knowledge.errors import KnowledgeError
from knowledge.model import Card, Passage, PassageKind, Span

CARD = """- id: {id}
  title: A wall
  doc: garden-book
  section: 1 Walls
  kind: idea
  situations: [stretch_goal]
  anchors: ['{anchor}']
  says: Walls help.
  offer: Build one.
  trust: Opinion.
  when: [it is windy]
  asks: ['why walls?']
"""


def write(folder: Path, name: str, *cards: str) -> None:
    (folder / name).write_text("".join(cards))


def card(folder: Path, *anchors: str) -> tuple[Card, ...]:
    for number, anchor in enumerate(anchors):
        write(folder, f"{number}.yaml", CARD.format(id=f"wall-{number}", anchor=anchor))
    return load_cards(folder)


def passage(number: int, text: str, doc: str = "garden-book") -> Passage:
    return Passage(
        str(number),
        doc,
        "a.txt",
        "",
        "",
        PassageKind.PARAGRAPH,
        text,
        (Span(0, len(text)),),
    )


def test_an_unknown_key_is_told_with_file_and_line(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", CARD.format(id="wall", anchor="x"), "  colour: red\n")
    with pytest.raises(KnowledgeError, match=r"^a\.yaml:13: colour: Extra inputs are not permitted"):
        load_cards(tmp_path)


def test_a_key_that_stands_twice_is_told_with_its_line(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", CARD.format(id="wall", anchor="x"), "  title: Another\n")
    with pytest.raises(KnowledgeError, match=r"^a\.yaml:13: key 'title' stands twice"):
        load_cards(tmp_path)


def test_a_duplicate_id_names_both_places(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", CARD.format(id="wall", anchor="x"))
    write(
        tmp_path,
        "b.yaml",
        CARD.format(id="hedge", anchor="x"),
        CARD.format(id="wall", anchor="x"),
    )
    with pytest.raises(KnowledgeError, match=r"^b\.yaml:13: card 'wall' is already at a\.yaml:1"):
        load_cards(tmp_path)


@pytest.mark.parametrize("content", ["", "id: not a list", "- [unclosed"])
def test_a_file_without_cards_is_told(tmp_path: Path, content: str) -> None:
    write(tmp_path, "a.yaml", content)
    with pytest.raises(KnowledgeError, match=r"^a\.yaml: (is empty|holds no list|is not YAML)"):
        load_cards(tmp_path)


def test_an_anchor_of_nine_words_is_refused(tmp_path: Path) -> None:
    with pytest.raises(
        KnowledgeError,
        match=r"^0\.yaml:1: card 'wall-0' has an anchor of more than 8 words",
    ):
        card(tmp_path, "one two three four five six seven eight nine")


@pytest.mark.parametrize(
    "anchor",
    [
        "the bees\u2019 old  wall",
        'the "old" kitchen',
        "a well kept bed",
        "wellkept bed",
        "cultures grow on",
    ],
)
def test_an_anchor_is_found_over_spacing_quote_marks_and_hyphens(tmp_path: Path, anchor: str) -> None:
    text = "Behind the bees' old wall, by the \u201cold\u201d kitchen, is a well-kept bed where sub-cultures grow on."
    (bound,) = bind(card(tmp_path, anchor), [passage(0, "Other words."), passage(1, text)])
    assert [held.id for held in bound.passages] == ["1"]


def test_an_ambiguous_anchor_goes_to_the_first_passage_and_is_listed(
    tmp_path: Path,
) -> None:
    (bound,) = bind(
        card(tmp_path, "old wall"),
        [passage(0, "The old wall."), passage(1, "An old wall.")],
    )
    assert ([held.id for held in bound.passages], bound.ambiguous) == (
        ["0"],
        ("old wall",),
    )


def test_all_lost_anchors_are_told_at_once(tmp_path: Path) -> None:
    cards = card(tmp_path, "old wall", "new fence", "Old hedge")
    with pytest.raises(KnowledgeError) as raised:
        bind(cards, [passage(0, "The old wall and the old hedge.")])
    assert "2 anchors" in str(raised.value)
    assert "card 'wall-1': 'new fence'; card 'wall-2': 'Old hedge'" in str(raised.value)


def test_cards_of_a_document_that_is_not_installed_are_bound_to_nothing(
    tmp_path: Path,
) -> None:
    (bound,) = bind(card(tmp_path, "old wall"), [passage(0, "The old wall.", doc="another")])
    assert bound.passages == ()


def test_an_anchor_lost_with_a_reading_that_is_not_installed_is_listed(
    tmp_path: Path,
) -> None:
    cards = card(tmp_path, "old wall", "new fence")
    one, two = bind(cards, [passage(0, "The old wall.")], partial={"garden-book"})
    assert (one.lost, two.lost, two.passages) == ((), ("new fence",), ())


def test_the_cards_we_ship_load() -> None:
    assert len(load_cards()) >= 150
