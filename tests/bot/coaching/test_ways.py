"""A snag and the way round it, told in one answer, are parted; a help is kept only where it is one."""

import pytest

from bot.coaching.commitments import helps, ways

PARTED = (
    ("I'll lose my temper. if he brings up the rota again. will take the ward sister with me", "I'll lose my temper", "will take the ward sister with me"),
    ("if the bleep goes I'll be back in theatre. the fellow can call me out", "if the bleep goes I'll be back in theatre", "the fellow can call me out"),
    ("me chickening out and going to hide in the mess. ill just ask the pharmacist to sit with us", "me chickening out and going to hide in the mess", "ill just ask the pharmacist to sit with us"),
    ("No. Maybe I am nervous. Then I write the first line on my hand", "I am nervous", "I write the first line on my hand"),
    ("I'd have started lecturing by five past. I'll put a note in my pocket", "I'd have started lecturing by five past", "I'll put a note in my pocket"),
    ("I imagine I shall decide that it can wait. I think it would help to have booked the room", "I imagine I shall decide that it can wait", "have booked the room"),
    ("she'll be rushing and I'll think leave it. if I ring on monday she'd be expecting me", "she'll be rushing and I'll think leave it", "if I ring on monday she'd be expecting me"),
    ("I would freeze but I can read it off a card", "I would freeze", "I can read it off a card"),
    ("he will be busy, so I'd ask his secretary for ten minutes", "he will be busy", "I'd ask his secretary for ten minutes"),
    ("called to resus. the other reg could cover me", "called to resus", "the other reg could cover me"),
    ("The list will overrun, then I catch him in recovery", "The list will overrun", "I catch him in recovery"),
    ("ill bottle it if the boss is there", "ill bottle it if the boss is there", None),
    ("I'd forget", "I'd forget", None),
    ("the clinic overruns", "the clinic overruns", None),
    ("time", "time", None),
    ("I'll get bleeped", "I'll get bleeped", None),
    ("knowing me I'll talk myself out of it", "knowing me I'll talk myself out of it", None),
    ("if I start shouting the charge nurse takes over", None, "if I start shouting the charge nurse takes over"),
    ("ask the clerk to remind me", None, "ask the clerk to remind me"),
    ("nothing", None, None),
    ("as i said", None, None),
)  # fmt: skip
HELPS = (
    ("telling the sister beforehand. 8", "telling the sister beforehand"),
    ("if I told the coordinator first it'd be an 8", "if I told the coordinator first"),
    ("Having the registrar there would make it an 8", "Having the registrar there"),
    ("a shorter list", "a shorter list"),
    ("email him tonight instead. then its sorted. 8", "email him tonight instead"),
    ("then its sorted", None),
    ("I said 9, not 5", None),
    ("if she says no", None),
    ("her saying no doesnt help", None),
    ("The missing three are my nerve", None),
    ("8", None),
    ("not sure", None),
)


@pytest.mark.parametrize(("text", "snag", "way"), PARTED)
def test_a_snag_and_the_way_round_it_are_kept_apart(text: str, snag: str | None, way: str | None) -> None:
    assert ways.parted(text) == ways.Snagged(snag, way)


@pytest.mark.parametrize(("text", "help_"), HELPS)
def test_only_a_help_makes_it_easier(text: str, help_: str | None) -> None:
    assert helps.easier(text) == help_


def test_a_helping_step_is_told_from_the_plan_itself() -> None:
    plan = "knock on his door after clinic and ask for ten minutes"
    assert helps.step_beside("text him tonight so he expects me", plan) is not None
    assert helps.step_beside("I'll knock on his door on friday", plan) is None
    assert helps.step_beside("dunno", plan) is None


def test_what_follows_or_after_a_snag_is_another_snag() -> None:
    found = ways.parted("she'll be on the phone and I'll chicken out. or I'll say sorry and go on about the corridor")
    assert found.snag == "she'll be on the phone and I'll chicken out"
    assert found.way is None


def test_getting_in_the_way_and_apologising_are_no_way_round() -> None:
    assert ways.parted("me. I'd get in the way").way is None
    assert ways.parted("I'd apologise so much that she ends up comforting me").way is None


def test_what_the_doctor_would_do_instead_is_the_way_round() -> None:
    text = "that's not what to do, that's how it goes wrong. what I'd do is text her for five minutes. 7 then"
    assert ways.put_instead(text) == "text her for five minutes"
    assert ways.put_instead("I'd text her") is None


def test_a_fear_told_with_ill_or_id_is_a_snag() -> None:
    assert ways.parted("everyone's listening. id feel daft").way is None
    assert ways.parted("i'd chicken out. ill see her face and start agreeing with her again").way is None
