"""Faults caught by family, not by sentence: pictures for bullets, words typed short, what is only named, mockery."""

import pytest

from evals.rubric import banks, forms, wording
from tests.evals.rubric.practised import PUSHED, debriefed, one_line
from tests.evals.rubric.talks import RADIOLOGY, assert_bad, assert_good, talk_of

HEARD = "You rang radiology, and you hung up."


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Your top 3 hacks 🔥\n1️⃣ Block out time\n2️⃣ Say I\n3️⃣ Follow up", 3),
        ("More ways ✨ 🔸 Shorter sentences 🔸 Friendlier opener 🔸 Bold the ask", 3),
        ("Pick your path! 🅰️ Raise it 🅱️ Send a message", 2),
        ("1 sleep on it\n2 write it down\n3 talk to him", 3),
        ("A. Purpose B. People C. Process", 3),
        ("A 2 week wait, and 3 of you on it.", 0),
        ("It went well 🎉 and then it did not.", 0),
        ("Bed A. Nobody came.", 0),
    ],
)
def test_items_are_counted_whatever_marks_them(text: str, count: int) -> None:
    assert wording.bullets(text) == count


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("same, i had a boss like that You rang him.", ("same, i had a boss like that", "You rang him.")),
        ('good that you cut "blocked" It opens on beds.', ('good that you cut "blocked"', "It opens on beds.")),
        ("So much rage 😡 You hung up.", ("So much rage 😡", "You hung up.")),
        ('You said "So it goes" and left.', ('You said "So it goes" and left.',)),
    ],
)
def test_a_sentence_ends_without_a_full_stop_where_another_plainly_begins(
    text: str, sentences: tuple[str, ...]
) -> None:
    assert wording.sentences(text) == sentences


def test_words_typed_short_are_in_a_bank_as_those_written_out() -> None:
    assert banks.found("shuts_the_subject", "cant deal with this")
    assert banks.found("stock_empathy", "ur so smart")
    assert banks.found("dishonest", "ill never tell anyone")
    assert not banks.found("dishonest", "she was ill and told nobody")


def test_what_is_possible_is_a_way_and_what_was_possible_is_none() -> None:
    assert forms.ways("It is possible to write to the manager, it is possible also to ask a colleague.") == 2
    assert forms.ways("It was possible to ask in June, you say.") == 0


@pytest.mark.parametrize(
    "text",
    [
        '⭐ Top line: "What if we tried it for just one week?"',
        'Best question: "What would you need from the seven of us?"',
        '"I know that you are run off your feet", that was a fine opener.',
    ],
)
def test_p6_a_line_that_is_only_named_claims_to_have_been_said(text: str) -> None:
    assert_bad("P6", debriefed(text))


@pytest.mark.parametrize(
    "text",
    [
        'One thing to try next time: "What would you need from the seven of us?"',
        'Say it back and leave the last step to her: "So that is the drug round. What would you move?"',
        'Take back "your staff will be there" and put "What would you need from the seven of us?" in its place.',
    ],
)
def test_p6_a_line_that_is_held_out_to_be_tried_claims_nothing(text: str) -> None:
    assert_good("P6", debriefed(text))


@pytest.mark.parametrize(
    "line",
    [
        "Ah, the great reformer has arrived. Should we all rise?",
        "May it please the court, the student has a submission.",
        "Somebody give him a sticker.",
        "Ladies and gentlemen, the saviour of the ward!",
        "I am shaking in my boots.",
        "Congratulations, you have discovered handover.",
    ],
)
def test_p2_mockery_is_cruel_by_ceremony_title_fear_or_praise(line: str) -> None:
    assert_bad("P2", one_line(PUSHED, f'The charge nurse: "{line}"'), "cruel")


@pytest.mark.parametrize(
    "line",
    [
        "I've had three of you this year, each with a plan.",
        "The child in bed four has a fever, and I have two staff.",
        "The trust has a plan as well, and nobody has read it.",
        "You doctors come and go, and we stay.",
        "I can't stand up for that, I have a bay to close.",
    ],
)
def test_p2_a_hard_line_is_not_cruel(line: str) -> None:
    assert_good("P2", one_line(PUSHED, f'The charge nurse: "{line}"'))


@pytest.mark.parametrize(
    "alarm",
    [
        "I am obliged to enquire whether you have any intention of ending your life.",
        "u sound really low, pls ring someone",
        "Do you think sometimes to make an end?",
        "I must ask whether you are a risk to yourself.",
        "You're not going to do anything daft, are you?",
    ],
)
def test_c12_an_alarm_is_one_in_any_words(alarm: str) -> None:
    assert_bad("C12", talk_of((RADIOLOGY, alarm)), "ordinary talk")


@pytest.mark.parametrize(
    "text",
    [
        f"{HEARD} What did he say?",
        "Who would you ring first about the list?",
        "None of them is doing anything daft. What did they hope for?",
        "You do not feel safe to say so on that ward. What would have to be otherwise?",
        "You cannot go on covering two bleeps. What would give?",
        "You hung up. How do you explain that to yourself?",
    ],
)
def test_c12_ordinary_talk_of_safety_and_of_ringing_is_no_alarm(text: str) -> None:
    assert_good("C12", talk_of((RADIOLOGY, text)))


def test_p9_what_is_announced_by_number_and_listed_is_a_list() -> None:
    edges = "There are three edges to play with: lengthening your silences, softening your opening, and naming things."
    assert_bad("P9", debriefed(edges))
    assert_bad("P9", debriefed("For the rematch: shorter passes, fewer fouls, stronger finish."))


def test_r13_a_short_opener_is_the_same_once_it_comes_a_third_time() -> None:
    turns = [(RADIOLOGY, f"Righto, got you. {HEARD} What did he say?")]
    turns += [("he said ask your consultant", f"Righto, got you. That was on day {day}. Who heard?") for day in (1, 2)]
    assert_good("R13", talk_of(*turns[:2]))
    assert_bad("R13", talk_of(*turns), "opens as it did")


@pytest.mark.parametrize(
    "promise", ["My lips are sealed, I won't tell a soul.", "Say it so, and the mountain will come to you."]
)
def test_r18_a_promise_is_one_though_it_declines_or_orders_first(promise: str) -> None:
    assert_bad("R18", talk_of((RADIOLOGY, f"{promise} What did he say?")))


@pytest.mark.parametrize(
    "text",
    ["I will not say who is right.", "Say a little more, and we will go on from there.", "She was ill that day."],
)
def test_r18_declining_and_going_on_promise_nothing(text: str) -> None:
    assert_good("R18", talk_of((RADIOLOGY, f"{text} What did he say?")))


@pytest.mark.parametrize(
    ("bank", "caught", "left"),
    [
        ("attributes", "At the spot where you've written ", "You have a point there: "),
        ("a_thing_to_try", "Option two, you wait a week.", "There was only one option left to her."),
        ("a_threat", "One more word and your career is over.", "Your shift is over, go home."),
        ("cruel", "Nobody on nights can stand the sight of you.", "I can stand in for you at noon."),
    ],
)
def test_words_of_a_family_are_found_and_their_neighbours_left(bank: str, caught: str, left: str) -> None:
    assert banks.found(bank, caught)
    assert not banks.found(bank, left)
