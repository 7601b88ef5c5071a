"""Whose voice words are in: words of business (D4), and a letter in the doctor's own name (D6)."""

from evals.rubric import voice
from evals.rubric.talk import Exchange
from tests.evals.rubric.talks import reply, said


def test_one_word_that_is_nothing_else_or_several_that_might_be_are_words_of_business() -> None:
    assert voice.jargon("Let us touch base.", "")
    assert voice.jargon("A dashboard would give us traction.", "")
    assert not voice.jargon("A dashboard would help.", "")
    assert not voice.jargon("A dashboard would give us traction.", "our dashboard gives us traction")


def test_several_sentences_in_the_first_person_are_written_for_the_doctor() -> None:
    letter = (
        "Good morning. I write because I care about how we hand over at night on the unit. My hope is that we find ten "
        "quiet minutes for it before eight. I would like us to try it for a fortnight and then to look at it together."
    )
    drafted = said("draft", "ok to send?")
    assert voice.in_the_doctors_name(Exchange(1, drafted, reply(letter)))
    assert not voice.in_the_doctors_name(Exchange(1, drafted, reply("I would change one thing. It is long.")))
