"""A simulated doctor answers what is asked, tells nothing that is not, and comes to an end."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evals.casebook.case import Doctor, Said, Turn
from evals.doctors.simulated import MOST_TURNS, Simulated
from evals.rubric.talk import Reply

FACTS = (
    ("five of us, and the rota is made by Sam", ["rota", "who"]),
    ("twice a week since june", ["how often", "since"]),
    ("wrote to the lead, no answer", ["tried", "before"]),
)
PLAN = {
    "what": "ask Sam for ten minutes",
    "when": "on friday after the huddle",
    "snag": "he may be off",
    "way_round": "then by email",
    "confidence": "7 i think",
}
FIELDS: dict[str, object] = {
    "opening": "the rota came out late again",
    "temper": "terse",
    "aim": "want it out two weeks before",
    "facts": [{"tells": tells, "asked_by": cues} for tells, cues in FACTS],
    "feeling": "fed up",
    "other_view": "Sam would say he gets the leave late",
    "insight": "never asked who he waits for",
    "hidden": "i need his reference in march",
    "options": "could ask him. could moan to the lead",
    "plan": PLAN,
    "thanks": "cheers, bye",
}
SHIFT: dict[str, object] = {"after": 2, "says": "also my exam is in may", "leaves": ["rota"], "takes_up": ["exam"], "chooses": "the rota first"}  # fmt: skip
RAGGED = Doctor.model_validate(FIELDS)
SHIFTING = Doctor.model_validate({**FIELDS, "shift": SHIFT})
TOLD = [tells for tells, _ in FACTS]

ROTA, OFTEN, TRIED = "Who is on the rota?", "How often is it late?", "What has been tried before?"
AIM, FEELING, HARD = (
    "What would you most like from this talk?",
    "What is it like when it comes late?",
    "What is hard about it?",
)
OTHER, GUESS, OPTIONS = "How would the sister see it?", "What are you assuming?", "What could you do?"
WILL, WHEN, BOTH = "What will you do?", "On which day would that be?", "What will you do, and on which day?"
SNAG, ROUND, SURE = "What could stop you?", "If that happens, how will you go on?", "How sure are you, 0 to 10?"
SAFETY, CLOSED, ANY = "Is a patient in danger now?", "Could you say no?", "What happened then?"
CHOICE = "Which of the two matters more today?"
NOTHING = "It came late again."
QUESTIONS = (ROTA, OFTEN, TRIED, AIM, FEELING, HARD, OTHER, GUESS, OPTIONS, WILL, WHEN, BOTH, SNAG, ROUND, SURE, SAFETY, CLOSED, ANY, CHOICE, NOTHING)  # fmt: skip


def held(*replies: str, doctor: Doctor = RAGGED) -> tuple[Simulated, list[Turn]]:
    """The doctor after these replies, and what was written after each, as long as the doctor writes."""
    one = Simulated(doctor)
    said = [one.opening()]
    for reply in replies:
        answer = one.answer(Reply(text=reply))
        if answer is None:
            break
        said.append(answer)
    return one, said


def says(*replies: str, doctor: Doctor = RAGGED) -> list[str]:
    return [turn.says for turn in held(*replies, doctor=doctor)[1][1:]]


def last(*replies: str, doctor: Doctor = RAGGED) -> Turn:
    one, said = held(*replies, doctor=doctor)
    assert len(said) == len(replies) + 1, one.milestones
    return said[-1]


# ---------------------------------------------------------------- the matter


def test_a_fact_is_told_only_when_it_is_asked_for_and_once() -> None:
    assert says(OFTEN) == [TOLD[1]]
    assert says(TRIED, ROTA) == [TOLD[2], TOLD[0]]
    assert TOLD[0] not in says(CLOSED, FEELING, AIM, OTHER, HARD, SAFETY)
    assert says(ROTA, ROTA).count(TOLD[0]) == 1


def test_the_fact_is_told_that_a_question_touches_most() -> None:
    assert says("Who has tried this before?") == [TOLD[2]]


def test_an_open_question_about_nothing_in_particular_gets_the_next_fact_and_a_closed_one_none() -> None:
    assert says(ANY, ANY) == TOLD[:2]
    assert last(CLOSED).said is Said.BRIEF
    assert last(CLOSED).says not in TOLD


@pytest.mark.parametrize("stock", ["How do you feel about it?", "Tell me more about the rota."])
def test_a_prompt_off_the_shelf_gets_the_next_fact_whatever_is_hung_on_it(stock: str) -> None:
    assert says(OFTEN, stock) == [TOLD[1], TOLD[0]]
    assert last(ROTA, OFTEN, TRIED, stock).said is Said.BRIEF


def test_words_in_quotation_marks_ask_for_nothing() -> None:
    assert says('He said "who is on the rota?" to you.') == [TOLD[0]]  # nothing was asked: one more thing, the next
    assert says('Could you answer "how often is it late since June?"') != [TOLD[1]]


def test_aim_feeling_and_options_are_told_to_the_question_for_them_alone() -> None:
    asked = ((AIM, "aim", RAGGED.aim), (FEELING, "feeling", RAGGED.feeling), (OPTIONS, "options", RAGGED.options))
    for question, name, answer in asked:
        one, said = held(question)
        assert (said[-1].says, one.milestones) == (answer, [name])
        assert answer not in says(*(other for other in QUESTIONS if other not in {question, BOTH}))


def test_the_last_question_of_a_reply_is_the_one_that_is_answered() -> None:
    assert says(f"{AIM} Or rather: {FEELING}") == [FIELDS["feeling"]]


def test_what_holds_back_is_told_only_under_an_open_question_about_what_is_hard() -> None:
    assert says(HARD) == [FIELDS["hidden"]]
    assert last(HARD).said is Said.TELLING
    for question in ("Is it hard?", "Is something holding you back?", ROTA, AIM, FEELING, OTHER, CLOSED, NOTHING):
        assert FIELDS["hidden"] not in says(question)


def test_nor_is_it_told_when_the_facts_have_run_out() -> None:
    assert FIELDS["hidden"] not in says(ROTA, OFTEN, TRIED, ANY)


def test_a_new_thought_comes_with_the_other_view_or_alone_with_a_guess_and_once() -> None:
    assert says(OTHER) == [f"{FIELDS['other_view']}. {FIELDS['insight']}"]
    assert held(OTHER)[0].milestones == ["other_view", "insight"]
    assert says(GUESS, OTHER) == [FIELDS["insight"], FIELDS["other_view"]]
    assert RAGGED.insight not in " ".join(says(ROTA, HARD, AIM, FEELING, OPTIONS, NOTHING, BOTH))


def test_a_thought_that_was_told_is_noted_once() -> None:
    assert held(GUESS, OTHER)[0].milestones == ["insight", "other_view"]


# ---------------------------------------------------------------- the plan


def test_a_plan_is_told_only_when_it_is_asked_what_will_be_done() -> None:
    assert (last(WILL).says, last(WILL).said) == (PLAN["what"], Said.PLAN)
    assert PLAN["what"] not in " ".join(says(*(one for one in QUESTIONS if one not in {WILL, BOTH, WHEN, OPTIONS})))
    assert PLAN["what"] not in says(WHEN)


@pytest.mark.parametrize("question", ["What else could you do?", WHEN])
def test_nor_is_it_told_because_the_options_were(question: str) -> None:
    assert PLAN["what"] not in " ".join(says(OPTIONS, question))


def test_the_day_comes_with_the_plan_when_asked_when_and_later_else() -> None:
    assert last(BOTH).says == f"{PLAN['what']}, {PLAN['when']}"
    assert held(BOTH)[0].milestones == ["plan", "when"]
    assert says(WILL, WHEN) == [PLAN["what"], PLAN["when"]]
    assert held(WILL)[0].milestones == ["plan"]


@pytest.mark.parametrize(
    ("question", "name", "said"),
    [(SNAG, "snag", Said.PLAN), (ROUND, "way_round", Said.PLAN), (SURE, "confidence", Said.CONFIDENCE)],
)
def test_snag_way_round_and_confidence_are_told_only_after_the_plan_and_once(
    question: str, name: str, said: Said
) -> None:
    assert PLAN[name] not in says(SNAG, SURE, question, OPTIONS)
    assert (last(BOTH, question).says, last(BOTH, question).said) == (PLAN[name], said)
    assert says(BOTH, question, question).count(PLAN[name]) == 1


def test_after_the_plan_nothing_asked_gets_thanks_and_then_the_talk_is_over() -> None:
    one, said = held(BOTH, "You ask Sam on Friday.", "Write when it is done.", "Still here.")
    assert [turn.said for turn in said] == [Said.TELLING, Said.PLAN, Said.THANKS]
    assert said[-1].says == FIELDS["thanks"]
    assert one.milestones[-1] == "thanks"


# ---------------------------------------------------------------- what comes between


def test_a_change_of_subject_comes_at_its_turn_in_place_of_the_answer_and_the_choice_after() -> None:
    turns = held(ROTA, OFTEN, CHOICE, OFTEN, doctor=SHIFTING)[1]
    assert [turn.says for turn in turns[1:]] == [TOLD[0], SHIFT["says"], SHIFT["chooses"], TOLD[1]]
    assert (turns[2].said, turns[2].leaves, turns[2].takes_up) == (Said.SHIFT, ("rota",), ("exam",))
    assert turns[3].said is Said.TELLING


def test_going_back_to_what_was_left_is_answered_by_the_choice_and_another_question_as_usual() -> None:
    assert says(AIM, AIM, "Shall the rota wait?", doctor=SHIFTING)[-1] == SHIFT["chooses"]
    assert says(AIM, AIM, FEELING, CHOICE, doctor=SHIFTING)[2] == FIELDS["feeling"]
    assert SHIFT["chooses"] not in says(AIM, AIM, FEELING, CHOICE, doctor=SHIFTING)


def test_a_doctor_with_a_plan_changes_no_subject() -> None:
    assert SHIFT["says"] not in says(BOTH, SNAG, SURE, doctor=SHIFTING)


@pytest.mark.parametrize("before", [(), (ROTA, HARD), (BOTH,)])
def test_a_question_about_safety_gets_a_plain_no(before: tuple[str, ...]) -> None:
    turn = last(*before, SAFETY)
    assert turn.says.startswith("no, ")
    assert (turn.said, turn.route) == (Said.BRIEF, None)


def test_a_coach_that_never_asks_is_told_the_facts_then_ok_then_thanks() -> None:
    one, said = held(*[NOTHING] * 20)
    assert [turn.says for turn in said] == [FIELDS["opening"], *TOLD, "ok", "right", FIELDS["thanks"]]
    assert [turn.said for turn in said[-3:]] == [Said.BRIEF, Said.BRIEF, Said.THANKS]
    assert one.milestones == ["thanks"]


def test_a_coach_that_only_asks_what_was_answered_is_left_after_the_longest_talk() -> None:
    assert len(held(*[CLOSED] * 40)[1]) == MOST_TURNS


# ---------------------------------------------------------------- always


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(QUESTIONS), min_size=MOST_TURNS, max_size=30), st.sampled_from([RAGGED, SHIFTING]))
def test_any_talk_ends_says_nothing_of_weight_twice_and_comes_out_the_same_again(
    questions: list[str], doctor: Doctor
) -> None:
    one, said = held(*questions, doctor=doctor)
    weighty = [*TOLD, *(FIELDS[name] for name in ("aim", "feeling", "hidden", "options", "thanks")), *PLAN.values()]
    heard = [turn.says for turn in said]
    assert len(said) <= MOST_TURNS
    assert one.answer(Reply(text=ANY)) is None
    assert not [says for says in weighty if heard.count(str(says)) > 1]
    assert (one.milestones, said) == ((again := held(*questions, doctor=doctor))[0].milestones, again[1])
    before_plan = heard[: next((at for at, turn in enumerate(said) if turn.said is Said.PLAN), len(said))]
    assert not {PLAN["snag"], PLAN["way_round"], PLAN["confidence"]} & set(before_plan)
