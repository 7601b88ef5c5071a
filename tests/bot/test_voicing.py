"""The other person of a rehearsal, voiced by a chat model: the line alone is its own, and a bad one never goes out."""

import pytest

from bot.coaching.drafting.shape import Voiced
from bot.coaching.kinds import Act
from bot.coaching.record import TurnRecord
from tests.bot.small_world import Talk, coach
from tests.bot.test_llm_engine import engine
from tests.fakes import FakeChatModel

BEFORE = ("Can I practise with the porter?", "I want the lift at eight.")
LINE = "How are your mornings, with one lift?"


def voiced(*lines: str) -> tuple[TurnRecord, FakeChatModel]:
    model = FakeChatModel([Voiced(line=one) for one in lines])
    talk = Talk(coach=coach(llm=engine(model)))
    return talk.say(*BEFORE, LINE), model


def guided() -> TurnRecord:
    return Talk(coach=coach()).say(*BEFORE, LINE)


def test_the_line_is_the_model_s_and_all_else_is_ours() -> None:
    turn, _ = voiced("Mornings. One lift and all the wards, that is my morning.")
    plain = guided()
    assert turn.reply.text == 'The head porter: "Mornings. One lift and all the wards, that is my morning."'
    assert turn.reply.text != plain.reply.text
    assert (turn.step, turn.state.practice, turn.move) == (plain.step, plain.state.practice, plain.move)
    assert turn.reply.acts == (Act.ENACT,)


def test_a_line_that_holds_goes_out_by_name() -> None:
    turn, _ = voiced("“One lift. That is my morning.”")
    assert turn.reply.text == 'The head porter: "One lift. That is my morning."'
    assert turn.reply.engine == "llm"
    assert turn.model_uses[-1].outcome == "used"


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("That's a great question, doctor.", "out_of_part"),
        ("As an AI I cannot say.", "out_of_part"),
        ("You should try asking me about my knees.", "out_of_part"),
        ("You are useless, the lot of you.", "cruel"),
        ("Give him 5 mg and go.", "clinical_ruling"),
        ("*sighs* One lift.", "form"),
        ("Porter: one lift.", "form"),
        ("It took 47 minutes on Monday.", "ungrounded_figure"),
        ("And what do you want?", "two_questions"),
        ("word " * 70, "too_long"),
        ("My zebra-marker says no.", "leak"),
        ("Mrs Edith Brown waited for it all morning.", "identifier"),
        ("I will sack you if you go on.", "cruel"),
        (
            "Nobody knows that the board blamed me after January when patients waited all night for transport.",
            "invented",
        ),
    ],
)
def test_a_line_that_does_not_hold_is_kept_and_the_authored_one_goes_out(line: str, code: str) -> None:
    turn, _ = voiced(line)
    assert turn.reply.text == guided().reply.text
    assert turn.reply.engine == "guided_after_llm"
    assert code in [one.code for one in turn.model_uses[-1].problems]
    assert turn.model_uses[-1].draft[0].text == " ".join(line.split())


def test_what_the_other_hides_and_what_identifies_is_not_sent() -> None:
    model = FakeChatModel([Voiced(line="One lift.")])
    talk = Talk(coach=coach(llm=engine(model)))
    talk.say(*BEFORE, "Ring me on 07700 900123, how are your mornings?")
    sent = f"{model.asked[-1][0].system} {model.asked[-1][0].turn}"
    assert "taken once" not in sent
    assert "07700" not in sent
    assert "[phone]" in sent


def test_the_coach_s_own_words_in_a_rehearsal_are_never_the_model_s() -> None:
    model = FakeChatModel([Voiced(line="One lift.")])
    talk = Talk(coach=coach(llm=engine(model)))
    turn = talk.say(*BEFORE, LINE, "stop")
    assert turn.reply.engine == "guided"
    assert [one.engine for one in (each.reply for each in talk.turns)] == ["guided", "guided", "llm", "guided"]
