"""Which words of a message are an act that the doctor takes on, and which a way round: by the form of the sentence."""

import pytest

from bot.coaching.choose.undertaken import is_volunteered, is_way, verdict
from bot.coaching.noticed import Spans


@pytest.mark.parametrize(
    ("step", "text"),
    [
        ("ring the ward", "i'll ring the ward on my way home tonight"),
        ("sit in on her clinic", "i'm going to sit in on her clinic next week"),
        ("show him the two charts", "show him the two charts, tuesday after the meeting"),
        ("ask the porters what slows them", "my plan is to ask the porters what slows them"),
        ("tell the juniors first", "what i'll do is tell the juniors first"),
        ("bring it to the huddle", "and then i'll bring it to the huddle on wednesday"),
        ("give her the last slot", "I'd give her the last slot and see"),
        ("book ten minutes with the lead", "she won't like it but i'll book ten minutes with the lead"),
        ("write the first line tonight", "ok so write the first line tonight"),
        ("swap with him", "i've decided to swap with him on the 4th"),
        ("take the list down myself", "right, take the list down myself, thursday"),
        ("leave my phone in the car", "leave my phone in the car on her nights"),
        ("ask for ten minutes", "the week after next i'll ask for ten minutes"),
        ("ring the lead", "i'd rather eat my own hat but yes will ring the lead tomorrow"),
    ],
)
def test_an_act_that_is_meant(step: str, text: str) -> None:
    assert verdict(step, text) == "meant"


@pytest.mark.parametrize(
    ("step", "text"),
    [
        ("ask something different", "can i ask something different, on monday they moved my clinic"),
        ("tell you something", "could i tell you something, it happened on friday"),
        ("run the sim session", "i'm down to run the sim session on thursday"),
        ("cover two wards", "i'm supposed to cover two wards on sunday"),
        ("write the policy", "i've been asked to write the policy by friday"),
        ("help out if they liked", "they could help out if they liked"),
        ("chair it on monday", "the matron wants to chair it on monday"),
        ("present it", "my consultant wants me to present it on wednesday"),
        ("email him", "i'm worried i'll email him on monday and look stupid"),
        ("speak to her", "i was going to speak to her on tuesday"),
        ("catch him after the round", "i tried to catch him after the round on friday"),
        ("do the discharge letters", "i always do the discharge letters on sunday"),
        ("see that it was me", "i can see that it was me"),
        ("ask them which half", "how do i ask them which half on monday"),
        ("go to the meeting", "i'm not going to the meeting, i'd rather not go to the meeting"),
        ("they have lunch at one", "wednesday, they have lunch at one"),
        ("hard to say", "hard to say"),
        ("ask her again", "i'll never ask her again on a monday"),
        ("say yes to it", "we will not say yes to it on friday"),
        ("ring the bank", "what if i ring the bank and they laugh"),
    ],
)
def test_what_is_no_act_of_the_doctors(step: str, text: str) -> None:
    assert verdict(step, text) == "none"


@pytest.mark.parametrize(
    ("step", "text"),
    [
        ("talk to him on thursday", "i want to talk to him on thursday"),
        ("ring her tomorrow", "i should probably ring her tomorrow"),
        ("bring it up on monday", "maybe bring it up on monday"),
        ("show them the graph", "i might show them the graph on friday"),
        ("ask matron", "i'm thinking of whether to ask matron"),
        ("write it down", "i suppose i could write it down"),
        ("email the lead", "i need to email the lead on monday"),
        ("see the dean", "tempted to see the dean on monday"),
        ("move it to mondays", "i'd love to move it to mondays"),
        ("step back", "i wonder if i could step back"),
        ("drop the number", "perhaps drop the number"),
        ("say no", "i'd like to say no on thursday"),
    ],
)
def test_an_act_that_is_only_weighed_or_wished_for(step: str, text: str) -> None:
    assert verdict(step, text) == "doubtful"


@pytest.mark.parametrize(
    "words",
    [
        "if she's off i'll ask the other sister",
        "if the list overruns then at half five",
        "if he says no ask for ten minutes instead",
        "leave a note on the desk",
        "when they start on the rota i'll bring it back to the boy",
        "if it goes quiet, count to ten",
        "go anyway",
    ],
)
def test_what_would_be_done_if_it_snags(words: str) -> None:
    assert is_way(words, words)


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("if i go there they'll know my name", "i'm scared if i go there they'll know my name"),
        ("if i turn up someone will laugh", "if i turn up someone will laugh"),
        ("if the bleep goes nobody comes", "if the bleep goes nobody comes"),
        ("when he gets cross i'll freeze", "when he gets cross i'll freeze"),
        ("if she cries i'll just feel awful", "if she cries i'll just feel awful"),
        ("say we told you so", "the nurses would say we told you so"),
        ("no idea", "no idea"),
    ],
)
def test_what_is_feared_is_no_way_round(words: str, text: str) -> None:
    assert not is_way(words, text)


@pytest.mark.parametrize(
    ("text", "spans", "so"),
    [
        ("ask the sister on friday", Spans(step=("ask the sister",), when=("friday",)), True),
        ("I'll ask the sister", Spans(), True),
        ("ask the sister what she'd drop", Spans(step=("ask the sister what she'd drop",)), True),
        ("four texts on monday, two on tuesday", Spans(step=("four texts",), when=("monday",)), False),
        ("the lead wants it. email, no reasons", Spans(step=("email",)), False),
        ("i'm down to do the teaching on friday", Spans(step=("do the teaching",), when=("friday",)), False),
    ],
)
def test_what_is_volunteered(text: str, spans: Spans, so: bool) -> None:
    assert is_volunteered(text, spans) is so
