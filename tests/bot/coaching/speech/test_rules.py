"""The rules alone read the guide's own examples as the guide does."""

import pytest

from bot.coaching.speech.counting import asking, telling
from bot.coaching.speech.reading import RuleReader
from bot.coaching.speech_acts import Label

READER = RuleReader()


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("What gets in the way at the weekend?", Label.OPEN_QUESTION),
        ("Talk me through your Mondays.", Label.OPEN_QUESTION),
        ("I'd like to hear how it looks from the ward.", Label.OPEN_QUESTION),
        ("What have you tried?", Label.OPEN_QUESTION),
        ("Is the pharmacist in on Sunday?", Label.CLOSED_QUESTION),
        ("Tuesday or Thursday?", Label.CLOSED_QUESTION),
        ("Wouldn't it be easier to start at eight?", Label.LEADING_QUESTION),
        ("You do want safe care, don't you?", Label.LEADING_QUESTION),
        ("Why hasn't this been fixed?", Label.LEADING_QUESTION),
        ("How can you defend this?", Label.LEADING_QUESTION),
        ("From Monday, prescribe oral.", Label.ASSERTION),
        ("We are 40k over on dressings.", Label.COST),
        ("Your team keeps losing the forms.", Label.BLAME),
        ("Come and pull it apart on Tuesday.", Label.INVITATION),
        ("I may be missing something.", Label.OWNERSHIP),
        ("I was short with you.", Label.OWNERSHIP),
        ("Otherwise I will go to the medical director.", Label.THREAT),
        ("I'm sorry that I shouted at you.", Label.APOLOGY),
    ],
)
def test_the_guides_examples_are_read_as_the_guide_says(sentence: str, label: Label) -> None:
    assert label in READER.label(sentence)[0].labels


@pytest.mark.parametrize("words", ["Dear all,", "Many thanks", "Hope you are well.", "Kind regards", "Hi [name]"])
def test_greetings_and_sign_offs_do_nothing(words: str) -> None:
    assert READER.label(words)[0].labels == ()


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("What have you tried?", Label.LEADING_QUESTION),
        ("Patients wait four hours.", Label.COST),
        ("It saves an hour a day.", Label.COST),
        ("Please comply by Friday.", Label.INVITATION),
        ("Can you send me the list?", Label.INVITATION),
        ("Mistakes were made.", Label.OWNERSHIP),
        ("The forms were lost twice in March.", Label.BLAME),
        ("Tell me about the nights.", Label.ASSERTION),
    ],
)
def test_what_lies_over_the_line_is_not_labelled(sentence: str, label: Label) -> None:
    assert label not in READER.label(sentence)[0].labels


def test_listening_is_known_only_against_what_was_said() -> None:
    words, before = "So the nights have been the worst of it.", "It's the nights. Nobody covers the nights."
    assert Label.LISTENING in READER.label(words, before)[0].labels
    assert Label.LISTENING not in READER.label(words)[0].labels


def test_asking_and_telling_are_counted_sentence_by_sentence() -> None:
    found = READER.label(
        "We wait four hours. What gets in the way? Come and see on Tuesday. Don't you think that is late? Thanks"
    )
    assert (asking(found), telling(found)) == (2, 2)


@pytest.mark.parametrize(
    "words", ["Thank you for " + "the list and " * 400, "Dear " + "Aaaa" * 2000 + ", it is late.", "so " * 3000]
)
def test_a_long_line_is_read_to_its_end(words: str) -> None:
    assert len(READER.label(words)) <= 2
