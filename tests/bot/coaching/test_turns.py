"""What a doctor does with a message, by its form and by what was asked."""

import pytest

from bot.coaching.kinds import TurnKind
from bot.coaching.turns import kind_of, scale

KINDS = (
    ("dunno", TurnKind.DONT_KNOW),
    ("I really don't know", TurnKind.DONT_KNOW),
    ("tbh no idea", TurnKind.DONT_KNOW),
    ("not sure", TurnKind.DONT_KNOW),
    ("ok", TurnKind.MINIMAL),
    ("fine then", TurnKind.MINIMAL),
    ("i guess", TurnKind.MINIMAL),
    ("...", TurnKind.MINIMAL),
    ("what do you mean", TurnKind.CONFUSED),
    ("sorry, you've lost me", TurnKind.TELLING),
    ("huh", TurnKind.CONFUSED),
    ("I don't follow", TurnKind.CONFUSED),
    ("yes, that one", TurnKind.YES),
    ("exactly", TurnKind.YES),
    ("no", TurnKind.NO),
    ("not really", TurnKind.NO),
    ("just tell me what to do", TurnKind.JUST_TELL),
    ("what should I say to him on the round tomorrow when he starts again", TurnKind.JUST_TELL),
    ("stop asking me questions", TurnKind.JUST_TELL),
    ("any tips?", TurnKind.JUST_TELL),
    ("that's not what I meant", TurnKind.CORRECTION),
    ("no its not about her, its how i was", TurnKind.CORRECTION),
    ("what do you mean how was it, I just told you", TurnKind.TOLD_ALREADY),
    ("I literally told you it was the porters", TurnKind.TOLD_ALREADY),
    ("no one IS in danger i said. how do i cut the cost", TurnKind.TOLD_ALREADY),
    ("what words, i said i never have", TurnKind.TOLD_ALREADY),
    ("what happened? i said no to him", TurnKind.TELLING),
    ("nobody listened when i said it was wrong", TurnKind.TELLING),
    ("what would you put", TurnKind.JUST_TELL),
    ("you've got that wrong, it was the nurse who left", TurnKind.CORRECTION),
    ("you're not listening", TurnKind.CORRECTION),
    ("you're just a bot", TurnKind.HOSTILE),
    ("this is useless", TurnKind.HOSTILE),
    ("what a waste of my time", TurnKind.HOSTILE),
    ("thanks, that helps", TurnKind.THANKS),
    ("cheers", TurnKind.THANKS),
    ("I'll ask the porters on Monday", TurnKind.PLAN),
    ("I'm going to write to all of them", TurnKind.PLAN),
    ("I snapped at the F1 in front of the family", TurnKind.CONFESSION),
    ("I never told the team what happened", TurnKind.CONFESSION),
    ("I'm so tired of all this by now", TurnKind.FEELING),
    ("it made me feel small", TurnKind.FEELING),
    ("I want them to look at the numbers", TurnKind.WISH),
    ("how do I get them on side", TurnKind.WISH),
    ("the rota changed last week and nobody was told", TurnKind.TELLING),
    ("and the rota changed last week?", TurnKind.QUESTION),
)


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_the_form_of_a_message_says_what_it_does(text: str, kind: TurnKind) -> None:
    assert kind_of(text, "") is kind


@pytest.mark.parametrize(
    ("text", "score"),
    [("7", 7), ("about a 7", 7), ("10/10", 10), ("6 out of 10", 6), ("0", 0), ("maybe 4 or 5", 4), ("I'd say 8.", 8)],
)
def test_a_number_answers_the_question_of_confidence(text: str, score: int) -> None:
    assert scale(text) == score
    assert kind_of(text, "confidence") is TurnKind.NUMBER


@pytest.mark.parametrize("text", ["no idea", "at 7pm", "80%", "3 weeks or so", "12:30", "quite sure"])
def test_a_number_of_something_else_is_no_score(text: str) -> None:
    assert scale(text) is None


def test_a_number_is_a_score_only_where_one_was_asked_for() -> None:
    assert kind_of("7", "facet:bins/weight") is not TurnKind.NUMBER


@pytest.mark.parametrize("word", ["ok", "no", "yes", "thanks", "dunno"])
def test_a_long_message_is_not_read_by_its_first_word(word: str) -> None:
    text = f"{word} so the rota was changed behind our backs and then the whole team found out by email"
    assert kind_of(text, "") is TurnKind.TELLING


def test_what_was_asked_for_and_is_not_there_is_a_correction() -> None:
    assert kind_of("there arent any numbers yet thats the point", "") is TurnKind.CORRECTION
    assert kind_of("there aren't any beds and he knows that", "") is TurnKind.TELLING
