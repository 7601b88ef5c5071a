"""Questions on what the reading has, told from questions on the doctor's own work."""

import pytest

from bot.coaching.reading_asked import is_of_the_reading


@pytest.mark.parametrize(
    "text",
    [
        "percent of clinical directors who thought money came first?? it's for a quiz",
        "is a stretch goal just a silly target, or has anyone written about when they work",
        "Didn't one of your papers have a better word for it?",
        "what's the evidence you've got on AI scribes",
        "is there any evidence that engagement lowers mortality",
        "what does Bohmer make of power",
        "I would like to know what Dickinson and Ham say about bureaucracy: what do Dickinson and Ham say?",
        "who said that the lone hero is over?",
        "what's the difference between repetitive and unconstrained care",
        "is it true that the NHS takes up hardly any ideas",
    ],
)
def test_a_question_on_the_reading_is_known_by_its_words(text: str) -> None:
    assert is_of_the_reading(text)


@pytest.mark.parametrize(
    "text",
    [
        "how do I get my consultants to look at the evidence",
        "he emailed 'you want the paper for your application' and I deleted four replies",
        "she asked for the report again and I have nothing",
        "my trust wants a paper on the rota by Friday, what should I put in it",
        "nobody reads the reports on our ward",
        "who said you could do that, she asked me in front of everyone",
    ],
)
def test_a_paper_in_a_story_is_no_question_on_the_reading(text: str) -> None:
    assert not is_of_the_reading(text)
