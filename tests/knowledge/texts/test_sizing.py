"""Passages are of a useful size: long ones cut at sentence borders, short ones merged, lists shared out."""

from knowledge.model import PassageKind
from knowledge.texts.layout import Role
from knowledge.texts.mapped import MappedText
from knowledge.texts.sentences import pieces, sentence_starts
from knowledge.texts.sizing import Chunk, sized


def chunk(text: str, role: Role = Role.TEXT, section: str = "", author: str = "") -> Chunk:
    kind = PassageKind.LIST if role is Role.ITEM else PassageKind.PARAGRAPH
    return Chunk(kind, role, (section,), author, MappedText.ours(text))


def sentence(words: int) -> str:
    return "The " + "very " * (words - 2) + "end."


def test_sentences_do_not_end_at_abbreviations_and_initials() -> None:
    text = "Dr. Green et al. (2001) saw J. F. Brown, e.g. In Kent. \u2018It grew.\u2019 Then? Yes. . . . no"
    assert [text[start:][:6] for start in sentence_starts(text)] == ["Dr. Gr", "\u2018It gr", "Then? ", "Yes. ."]


def test_a_long_paragraph_is_cut_into_about_equal_pieces() -> None:
    text = MappedText.ours(" ".join([sentence(30)] * 8))
    assert [len(piece.text.split()) for piece in pieces(text)] == [90, 60, 90]


def test_a_cut_is_better_before_a_sentence_that_stands_on_its_own() -> None:
    parts = [sentence(10)] * 7 + ["However " + sentence(9)] + [sentence(10)] * 6
    cut = pieces(MappedText.ours(" ".join(parts)))
    assert [len(piece.text.split()) for piece in cut] == [60, 80]


def test_one_endless_sentence_stays_whole() -> None:
    assert len(pieces(MappedText.ours(sentence(200)))) == 1


def test_a_short_paragraph_joins_its_neighbour_of_the_same_section_and_author_only() -> None:
    short, long = "A few words only.", sentence(30)
    assert [c.words for c in sized([chunk(short), chunk(long)])] == [34]
    assert [c.words for c in sized([chunk(long), chunk(short)])] == [34]
    assert len(sized([chunk(short, section="a"), chunk(long, section="b")])) == 2
    assert len(sized([chunk(short, author="a"), chunk(long, author="b")])) == 2


def test_a_long_list_is_shared_out_evenly() -> None:
    chunks = sized([chunk(sentence(20), Role.ITEM) for _ in range(8)])
    assert [c.words for c in chunks] == [80, 80]


def test_notes_stay_apart() -> None:
    assert len(sized([chunk(sentence(8), Role.NOTE), chunk(sentence(8), Role.NOTE)])) == 2
