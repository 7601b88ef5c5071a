"""Which words are an act, an idea, a number or a correction, as tired doctors type them; both ways."""

from datetime import date

import pytest

from bot.coaching import commitments
from bot.coaching.commitments import Force, corrections, numbers

TODAY = date(2026, 3, 4)  # a Wednesday

FIRM = (
    ("I'll ring him tomorrow", "ring him tomorrow"),
    ("ill go in the kitchen and ask her", "go in the kitchen and ask her"),
    ("im gonna email the lead first thing", "email the lead first thing"),
    ("I will speak with the theatre manager, thank you", "speak with the theatre manager, thank you"),
    ("on weds I'll open the huddle with my own mistake", "open the huddle with my own mistake"),
    ("tomorrow I ask the charge nurse", "ask the charge nurse"),
    ("I've decided to hand the rota over", "hand the rota over"),
    ("I plan to meet both of them on the 9th", "meet both of them on the 9th"),
    ("I'm texting my old boss tonight", "texting my old boss tonight"),
    ("right. I'll probably just tell her myself", "tell her myself"),
    ("ok so I'm going to sit down with the two of them", "sit down with the two of them"),
)
IDEAS = (
    "maybe I could ask the ward clerk",
    "I might write to the director",
    "could try a different room",
    "perhaps I'll ring her",
    "I would email him",
    "I should talk to the F1 really",
    "maybe ask the physios",
    "i could swap the list round on friday",
)
NO_PLANS = (
    "go on then",
    "carry on please",
    "ok go on",
    "let's carry on",
    "go on from where we were please, if that's alright",
    "I'll be honest, it's a mess",
    "I'm going to be sick",
    "I wasn't stopping",
    "I just told you what I'm going to do",
    "that isn't the plan",
    "on Friday I made an error",
    "I told the reg on Monday and he shrugged",
    "should I ask the matron on Friday?",
    "what would I even say to her",
    "my consultant says I'll never make a leader",
    "he said he'd think about it",
    "they reckon I'll fail",
    "the patient is ill and the reg is off",
    "I'll never hear the end of it",
    "just tell me what to do",
    "can you ask me something else",
    "I'm worried I'll cry",
    "you didn't answer me",
    "teaching's on Thursday evening",
    "do other people say this about their managers?",
    "if he shouts I'll walk out",
    "it all stopped on one friday",
    "I'll let you know",
)


@pytest.mark.parametrize(("text", "what"), FIRM)
def test_firm_words_are_a_plan_from_the_verb_on(text: str, what: str) -> None:
    assert [(one.what, one.force) for one in commitments.acts(text)] == [(what, Force.FIRM)]


@pytest.mark.parametrize("text", IDEAS)
def test_a_maybe_is_an_idea(text: str) -> None:
    assert [one.force for one in commitments.acts(text)] == [Force.IDEA]


@pytest.mark.parametrize("text", NO_PLANS)
def test_what_is_no_act_to_come_is_no_plan(text: str) -> None:
    assert commitments.acts(text) == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Maybe first speak to the pharmacist. Or to the matron. I doubt the last one",
            ("speak to the pharmacist", "the matron"),
        ),
        (
            "could look at the numbers. or just ask the sister what she thinks",
            ("look at the numbers", "ask the sister what she thinks"),
        ),
        ("I could ask the team, or write to the lead", ("ask the team", "write to the lead")),
        (
            "One, meet her and ask. Two, leave it. Three, do the audit myself",
            ("meet her and ask", "leave it", "do the audit myself"),
        ),
        ("stop the emails. ask the clerk, she knows everyone", ("stop the emails", "ask the clerk")),
        ("I could ask one or two of them", ("ask one or two of them",)),
        ("nothing comes to mind", ()),
    ],
)
def test_ideas_are_kept_apart(text: str, found: tuple[str, ...]) -> None:
    assert commitments.ideas(text) == found


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Monday. I'll give them the 10th of December", "Monday"),
        ("ask the room what makes it hard at the weekend", None),
        ("I'll ask them about weekends on their ward", None),
        ("Weds lunchtime. go and see her", "Weds lunchtime"),
        ("I'll see her Wednesday at lunch", "Wednesday at lunch"),
        ("I will invite the first one on Tuesday, after the clinic", "on Tuesday, after the clinic"),
        ("ring her. before the list on Monday", "before the list on Monday"),
        ("I'll present it. It's the 9th, at grand round", "the 9th, at grand round"),
        ("I'll email on 10 December", "on 10 December"),
        ("message him. tonight when the boy's down, before I lose my nerve", "tonight"),
        ("speak to her. Tuesday, at the board round", "Tuesday, at the board round"),
        ("I'll tell him. It went wrong last Friday", None),
        ("I'll tell him. He laughed on Monday", None),
        ("thurs, shes on days. ask her then", "thurs"),
    ],
)
def test_the_day_is_the_acts_own(text: str, when: str | None) -> None:
    act = commitments.acts(text)[0]
    assert commitments.when_of(text, act.sentence) == when


@pytest.mark.parametrize(
    ("when", "due"),
    [("the 9th", (2026, 3, 9)), ("the 2nd", (2026, 4, 2)), ("10 dec", (2026, 12, 10)), ("weds", (2026, 3, 11))],
)
def test_short_days_are_worked_out(when: str, due: tuple[int, int, int]) -> None:
    assert commitments.due_date(when, TODAY) == date(*due)


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("5 like that. better just before the brief, 7.45 monday", 5),
        ("8", 8), ("7? would be a 4 yesterday", 7), ("maybe 6", 6), ("7. 8 if I've slept", 7), ("8! 9 with coffee", 8), ("4? 5. sorry", 5), ("8 then", 8),
        ("For the ODP maybe 6. For the meeting 2", 6), ("maybe an eight", 8), ("About an eight, I think. Thank you.", 8),
        ("Seven. The day I am sure of", 7), ("0 that you're listening. 6 that I send it", 6), ("6. The 0 was for you", 6),
        ("7/10. If there's silence I'll count to ten in my head", 7), ("8 out of 10 id say. only the bleep would stop me, and the f2 owes me an hour", 8), ("80%", 8), ("we still haven't got one. sure of what", None), ("the 10th", None), ("at 8am", None), ("2 of the 3 will come", None),
    ],
)  # fmt: skip
def test_the_last_number_for_the_plan_counts(text: str, score: int | None) -> None:
    assert numbers.sure(text, "speak to the ODP") == score


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("8 i said, with the one question", 8),
        ("it was 8", 8),
        ("7/10", 7),
        ("9. Done", 9),
        ("two of them came", None),
        ("ask her for twenty minutes, wednesday between 1 and 2", None),
        ("4 committees said no", None),
    ],
)
def test_a_number_nobody_asked_for_is_one_only_where_it_says_so(text: str, score: int | None) -> None:
    assert numbers.sure_unasked(text, "") == score


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("we hadnt got a plan yet", True), ("that is not a plan", True), ("I did not say yet that I will do it, I only said maybe", True),
        ("We agreed nothing.", True), ("none of that's right", True), ("That what will happen? We agreed nothing", True),
        ("I'll ask her on Monday", False), ("not bad", False), ("I plan to ask", False), ("no plan survives a Monday on call, but fine", True),
    ],
)  # fmt: skip
def test_a_plan_can_be_taken_back(text: str, back: bool) -> None:
    assert corrections.takes_back(text) is back


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Not at the weekend. It's the 9th", True), ("8 i said", True), ("you've left that out: I'd lead with the teacher", True),
        ("it's reply to him tonight", True), ("It is the ODP only, not with the consultant, and it was 8", True),
        ("no, the plan's to ring her", True), ("Yes that is right, thank you, I will go now", False), ("thanks, bye", False),
        ("ok will do", False), ("cheers that helped a lot", False),
    ],
)  # fmt: skip
def test_a_correction_is_told_from_thanks(text: str, right: bool) -> None:
    assert corrections.puts_right(text) is right


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("Seven. If it's mad on the take I'll do it Thursday", 7),
        ("nine. i'm there anyway", 9),
        ("three of them will be out", None),
    ],
)
def test_a_number_that_stands_alone_is_how_sure_they_are(text: str, score: int | None) -> None:
    assert numbers.sure_unasked(text, "speak to the ODP") == score
