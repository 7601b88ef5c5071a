"""The dialogue for a draft warns, hands over what it is, and every sentence is told for what it does."""

import pytest

from bot.channels.slack.render import actions as ids
from bot.channels.slack.views import drafts
from bot.coaching.reviewed import DraftKind, Review
from bot.coaching.speech_acts import Label, Labelled
from tests.bot.channels.slack.render.practising import reviewed
from tests.bot.channels.slack.render.samples import HARMFUL, WORDS
from tests.bot.channels.slack.views.filling import blocks_of, sent, told


def found(**more: object) -> Review:
    review = reviewed(**more).review  # type: ignore[arg-type]
    assert review is not None
    return review


def sentences(*labels: tuple[Label, ...]) -> Review:
    """A draft of as many sentences, each a character long."""
    each = tuple(Labelled(start=at, end=at + 1, labels=one) for at, one in enumerate(labels))
    kept = found().kept.model_copy(update={"text": "x" * len(labels)})
    return found(sentences=each, kept=kept)


@pytest.mark.parametrize("text", HARMFUL, ids=range(len(HARMFUL)))
def test_the_limits_are_kept_whatever_was_written(text: str) -> None:
    blocks_of(drafts.draft(WORDS, text=text, kind=DraftKind.GOAL))
    every = (Labelled(start=0, end=len(text), labels=tuple(Label)),) * 200
    blocks_of(drafts.every_sentence(WORDS, found(text=text, sentences=every)))
    blocks_of(drafts.gone(WORDS))


def test_the_warning_on_patients_comes_before_the_fields() -> None:
    first, *others = blocks_of(drafts.draft(WORDS))
    assert first["text"] == {"type": "plain_text", "text": WORDS.draft.warning, "emoji": False}
    assert [one["block_id"] for one in others] == [ids.FIELD_KIND, ids.FIELD_TEXT]


@pytest.mark.parametrize("kind", DraftKind)
def test_a_draft_is_handed_over_with_what_it_is(kind: DraftKind) -> None:
    back = sent(drafts.draft(WORDS), kind=kind.value, text="Dear {kind}: all")
    assert drafts.handed_over(back, WORDS) == f"Draft ({kind}): Dear {{kind}}: all"


@pytest.mark.parametrize("kind", [None, "", "haiku"])
def test_what_a_draft_is_can_be_left_to_the_coach(kind: str | None) -> None:
    handed = drafts.handed_over(sent(drafts.draft(WORDS), kind=kind, text="Dear all"), WORDS)
    assert handed == "Draft (text): Dear all"
    assert "text" not in set(DraftKind)


def test_nothing_pasted_is_nothing_handed_over() -> None:
    assert drafts.handed_over(sent(drafts.draft(WORDS), text=" "), WORDS) == ""
    assert drafts.handed_over({}, WORDS) == ""


def test_the_next_version_begins_with_the_one_before() -> None:
    back = sent(drafts.draft(WORDS, text="You must.", kind=DraftKind.APOLOGY))
    assert drafts.handed_over(back, WORDS) == "Draft (apology): You must."
    assert WORDS.draft.shortened not in told(drafts.draft(WORDS, text="You must."))
    assert WORDS.draft.shortened in told(drafts.draft(WORDS, text="You must. " * 400))


def test_each_sentence_stands_with_what_it_does_in_plain_words() -> None:
    words = told(drafts.every_sentence(WORDS, found()))
    assert '"You must clear the bins."\nTells, presses.' in words
    assert '"What have I missed?"\nAsks, and leaves the answer open, invites.' in words


def test_a_sentence_that_does_nothing_is_said_to() -> None:
    assert "Neither asks nor tells." in told(drafts.every_sentence(WORDS, sentences(())))


def test_sentences_that_do_not_fit_are_said_to_be_there() -> None:
    assert WORDS.review.more_left_out in told(drafts.every_sentence(WORDS, sentences(*[()] * 49)))
    assert WORDS.review.more_left_out not in told(drafts.every_sentence(WORDS, sentences(*[()] * 48)))


def test_a_draft_whose_words_were_taken_back_is_shown_without_them() -> None:
    kept = found().kept.model_copy(update={"text": ""})
    assert "bins" not in told(drafts.every_sentence(WORDS, found(kept=kept)))
