"""A chat model's sentences become a draft: what is fixed stays, only cited evidence is shown, quotes are remembered."""

from bot.coaching.cited import Cited
from bot.coaching.drafting.drafts import draft_of
from bot.coaching.drafting.shape import Worded, WordedSentence
from bot.coaching.kinds import Act
from bot.coaching.record import Draft, Sentence


def cited(key: str) -> Cited:
    return Cited(key=key, card=key, doc="d", section="s", author="A", quote=None, start=None, end=None)


GUIDED = Draft(
    sentences=(
        Sentence(text="Please leave names out.", act=Act.SIGNPOST),
        Sentence(text="So it waits.", act=Act.REFLECT),
        Sentence(text="What then?", act=Act.ASK_OPEN),
    ),
    citations=(cited("k1"), cited("k2")),
    used=("phrase:1",),
    fixed=1,
)


def worded(*sentences: tuple[str, Act, str | None]) -> Worded:
    return Worded(sentences=tuple(WordedSentence(text=text, act=act, cites=key) for text, act, key in sentences))


def test_the_fixed_part_stands_first_and_the_models_sentences_follow() -> None:
    draft = draft_of(worded(("It waits.", Act.REFLECT, None), ("What now?", Act.ASK_OPEN, None)), GUIDED)
    assert [one.text for one in draft.sentences] == ["Please leave names out.", "It waits.", "What now?"]
    assert draft.writer == "llm"


def test_evidence_that_no_sentence_cites_is_not_shown() -> None:
    assert draft_of(worded(("It waits.", Act.INFORM, "k2")), GUIDED).citations == (cited("k2"),)
    assert draft_of(worded(("It waits.", Act.REFLECT, None)), GUIDED).citations == ()


def test_an_unknown_key_stays_in_its_sentence_for_the_check_to_find() -> None:
    draft = draft_of(worded(("It waits.", Act.INFORM, "k9")), GUIDED)
    assert draft.sentences[-1].cites == "k9"
    assert draft.citations == ()


def test_what_is_quoted_is_remembered_as_the_guided_wording_remembers_it() -> None:
    draft = draft_of(worded(('You say "Nobody Came."', Act.REFLECT, None)), GUIDED)
    assert draft.used == ("phrase:1", "quote:nobody came")


def test_what_the_guided_wording_quotes_is_remembered_once_whatever_marks_are_inside() -> None:
    guided = GUIDED.model_copy(update={"used": ('quote:she said "nobody came" again',)})
    draft = draft_of(worded(("\"She said 'nobody came' again.\"", Act.REFLECT, None)), guided)
    assert draft.used == guided.used
