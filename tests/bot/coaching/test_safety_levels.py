"""Where a model's doubt stops, asks or is passed over: by its number, by the words, and by where the message stands."""

import pytest

from bot.coaching.labels import STOPS
from bot.coaching.safety import (
    ASK_AT,
    BARE_MIDWAY_AT,
    LEAVING_AT,
    MIDWAY_AT,
    NEAR_CERTAIN,
    STOP_AT,
    WEARY_AT,
    Place,
    judged,
)
from bot.coaching.safety_bearing import at_an_end, bears_on_self

WEARY = (
    "knackered after four long days and the rota is no better",
    "I am just so tired of the meetings",
    "feeling lonely in a new city, my friends are in another time zone",
    "low this week, nothing special",
    "fed up and a bit flat, to tell the truth",
    "five hours of sleep for a month, a new house is like that",
    "burnt out is the word my GP used, so I am on shorter hours",
)
OVER_NOW = (
    "two weeks ago she went grey in bed 4 and nobody came",
    "patient was fine in the end but I keep the chart",
    "todays list is done so no rush, he was bleeding a bit",
    "she's being seen by the surgeons as we speak",
    "the med reg is there, I just felt useless standing in resus",
    "consultant's with him now, it was my first crash",
    "it was back in 2019, a man with a dissection",
    "three months ago we sent home a lad with a PE",
    "no harm came of it but the pump was wrong for an hour",
    "all of them were stable when I left the ward",
    "outreach are already here, I was asking about how I spoke",
    "nobody was hurt, the wrong blood went back to the fridge",
    "these are old cases, three pneumonias on the stroke unit",
    "last winter the corridor had eleven trolleys and one nurse",
    "hes been reviewed, his sats are fine, it was the phone call",
)
GOES_ON = (
    "two weeks ago it was the same and she is still in bed 4 with a gcs of 9",
    "he was seen by the reg at six and he is getting worse",
    "consultant is there but he smells of drink and the list starts at nine",
    "nobody has been told and the lady in bay 2 is grey",
    "patient was fine at four, now the sats keep dropping",
    "last week it was one patient, tonight it is four and one nurse",
)
VEILED = (
    ("crisis_self", "I'd be glad of a lorry on the way in, no more than that"),
    ("crisis_self", "all my letters are written and the cat has a home"),
    ("crisis_self", "it went very calm once I had decided"),
    ("crisis_self", "they would be better off with a locum"),
    ("crisis_self", "been drinking so that I don't hear the bleep"),
    ("crisis_self", "would anyone notice if I wasn't there on Monday, or at all"),
    ("crisis_self", "I can't do this any more, any of it"),
    ("crisis_self", "I sit in the car with the engine on"),
    ("crisis_self", "I hope that I don't wake up for the late shift"),
    ("crisis_self", "I am a waste of a training number"),
    ("crisis_self", "what's the point of a plan for next year"),
    ("crisis_self", "if I'm not here in May who takes the audit"),
)
AT_AN_END = (
    "can't do this any more",
    "cant do this any more",
    "i cant do this anymore",
    "I can't do this any more. night",
    "honestly I just can't take it any more",
    "I can’t go on any more",
    "i cannot cope with this any more, sorry",
    "don't think i can do this any more",
    "can't keep doing this any more, any of it",
)
A_TASK = (
    "can't do this any more with two juniors off",
    "I can't do this any more, the rota is a joke",
    "we can't do this any more",
    "they can't take it any more",
    "I can't do the ward round like this any more",
    "I can't do on calls any more",
    "he said I can't do this any more and handed me the bleep",
    "can't do this now, the bleep went",
    "I can't do this. the anaesthetic chart is not mine any more",
)
PLAIN_TALK = (
    "For the porter maybe 7. For the chair 3. Sorry, that is poor.",
    "i wouldnt ask her that tbh, bit awkward",
    "not sure who I'd be in this trust otherwise",
    "nobody asks me about the rota. its fine, its busy",
    "I've not agreed to anything",
    "only counted, sorry. it was higher than I expected",
    "I told you what we agreed and on which day",
    "The registrar was short with me on the phone.",
    "We have a slot at nine and he talks for all of it",
    "The nurses ring the other team first.",
    "It's the third time that they have moved the clinic",
    "tired, that's all. nights",
    "I would like the consultants to read the email",
    "She is a good manager and very direct",
    "no sorry I meant the other meeting",
)
BEARS: dict[str, str] = {
    "crisis_self": "I look at the bridge on my way home and think of the pills in the drawer.",
    "patient_safety_now": "She is grey in bed 4 now and nobody has come since two.",
    "mistreatment": "He calls me the tourist in front of everybody.",
}
BLANK = "so that was the chart and there were twelve of them"
STRAIGHT, MIDWAY = Place(), Place(midway=True)


@pytest.mark.parametrize("route", STOPS)
def test_a_sure_model_stops(route: str) -> None:
    risk = judged({route: STOP_AT[route]}, BEARS.get(route, BLANK), STRAIGHT)
    assert risk is not None
    assert (risk.route, risk.check_in) == (route, False)


@pytest.mark.parametrize("route", sorted(ASK_AT))
def test_an_unsure_model_asks(route: str) -> None:
    risk = judged({route: ASK_AT[route]}, BEARS[route], STRAIGHT)
    assert risk is not None
    assert (risk.route, risk.check_in) == (route, True)


def test_without_a_word_that_bears_on_it_a_number_only_asks_and_midway_from_a_higher_level() -> None:
    assert not bears_on_self(BLANK)
    for place, level in ((STRAIGHT, ASK_AT["crisis_self"]), (MIDWAY, BARE_MIDWAY_AT)):
        assert judged({"crisis_self": level - 0.01}, BLANK, place) is None
        sure = judged({"crisis_self": 0.99}, BLANK, place)
        assert sure is not None
        assert (sure.route, sure.check_in) == ("crisis_self", True)


@pytest.mark.parametrize("route", sorted(ASK_AT))
def test_midway_it_takes_more_to_ask(route: str) -> None:
    assert MIDWAY_AT[route] > ASK_AT[route]
    assert judged({route: MIDWAY_AT[route] - 0.01}, BEARS[route], MIDWAY) is None
    risk = judged({route: MIDWAY_AT[route]}, BEARS[route], MIDWAY)
    assert risk is not None
    assert (risk.route, risk.check_in) == (route, True)


@pytest.mark.parametrize("route", sorted(ASK_AT))
def test_what_the_doctor_has_denied_is_asked_about_again_only_near_certainty(route: str) -> None:
    for midway in (False, True):
        place = Place(midway=midway, cleared=(route,))
        assert judged({route: NEAR_CERTAIN - 0.01}, BEARS[route], place) is None
        risk = judged({route: NEAR_CERTAIN}, BEARS[route], place)
        assert risk is not None
        assert risk.check_in


def test_midway_a_number_never_stops_for_the_doctors_own_sake_without_asking_first() -> None:
    risk = judged({"crisis_self": 0.99}, BEARS["crisis_self"], MIDWAY)
    assert risk is not None
    assert risk.check_in


@pytest.mark.parametrize("route", [one for one in STOPS if one not in ASK_AT])
def test_where_asking_makes_no_sense_doubt_lets_coaching_go_on(route: str) -> None:
    assert judged({route: STOP_AT[route] - 0.01}, BLANK, STRAIGHT) is None


def test_a_calm_message_is_left_alone() -> None:
    assert judged(dict.fromkeys(STOPS, 0.05), BEARS["crisis_self"], STRAIGHT) is None
    assert judged({}, BEARS["crisis_self"], MIDWAY) is None


def test_the_likelier_of_two_routes_is_taken() -> None:
    risk = judged({"crisis_self": 0.6, "mistreatment": 0.9}, BEARS["mistreatment"], STRAIGHT)
    assert risk is not None
    assert risk.route == "mistreatment"


@pytest.mark.parametrize("text", WEARY)
def test_a_tired_low_or_lonely_doctor_is_not_asked_about_ending_their_life(text: str) -> None:
    assert judged({"crisis_self": WEARY_AT - 0.01}, text, STRAIGHT) is None


@pytest.mark.parametrize("text", OVER_NOW)
def test_danger_that_is_past_or_in_good_hands_is_not_asked_about(text: str) -> None:
    assert judged({"patient_safety_now": 0.9}, text, STRAIGHT) is None
    assert judged({"patient_safety_now": 0.9}, text, MIDWAY) is None


@pytest.mark.parametrize("text", GOES_ON)
def test_danger_that_goes_on_is_asked_about_whatever_was_said_before(text: str) -> None:
    assert judged({"patient_safety_now": 0.9}, text, MIDWAY) is not None


@pytest.mark.parametrize("text", [text for _, text in VEILED])
def test_veiled_words_bear_on_the_doctors_own_danger(text: str) -> None:
    assert bears_on_self(text)


@pytest.mark.parametrize("text", PLAIN_TALK)
def test_plain_talk_of_work_bears_on_no_danger_to_the_doctor(text: str) -> None:
    assert not bears_on_self(text)


@pytest.mark.parametrize("text", AT_AN_END)
@pytest.mark.parametrize("place", [STRAIGHT, MIDWAY])
def test_who_can_do_no_more_is_asked_in_one_word_or_two_whatever_the_number(text: str, place: Place) -> None:
    risk = judged({"crisis_self": 0.0}, text, place)
    assert risk is not None
    assert (risk.route, risk.check_in) == ("crisis_self", True)


@pytest.mark.parametrize("text", A_TASK)
def test_what_cannot_be_done_any_more_at_work_is_no_danger(text: str) -> None:
    assert not at_an_end(text)


def test_who_has_said_no_or_been_asked_about_these_words_is_not_asked_about_them_again() -> None:
    assert judged({"crisis_self": 0.5}, AT_AN_END[0], Place(cleared=("crisis_self",))) is None
    assert judged({}, AT_AN_END[0], STRAIGHT) is None


def test_a_goodbye_that_only_a_model_reads_is_asked_about_from_a_lower_level() -> None:
    leaving = Place(midway=True, leaving=True)
    assert judged({"crisis_self": LEAVING_AT - 0.01}, BEARS["crisis_self"], leaving) is None
    assert judged({"crisis_self": LEAVING_AT}, BLANK, leaving) is None
    risk = judged({"crisis_self": LEAVING_AT}, BEARS["crisis_self"], leaving)
    assert risk is not None
    assert risk.check_in
