from bot.coaching.review import telling
from tests.bot.coaching.review.desk import kit, reviewed

FIRST = "Dear all, From Monday you must finish every summary before 3pm. The lounge opens at nine now. Anyone who does not comply will be reported to their supervisor. Regards"
HALF = "Dear all, What would help you finish every summary before 3pm from Monday? The lounge opens at nine now. Anyone who does not comply will be reported to their supervisor. Regards"
WHOLE = "Dear all, What would help you finish every summary before 3pm from Monday? The lounge opens at nine now. If you cannot, tell me what stands in the way. Regards"


def test_what_was_taken_up_and_what_still_stands() -> None:
    first = reviewed(FIRST)
    assert set(first.kept.changes) == {"order", "threat"}
    half = reviewed(HALF, earlier=first.kept)
    assert half.compared is not None
    assert half.compared.taken_up == ("order",)
    assert half.compared.still == ("threat",)
    assert half.compared.telling[0] > 0


def test_a_version_with_both_taken_up_is_told_as_theirs() -> None:
    first = reviewed(FIRST)
    whole = reviewed(WHOLE, earlier=first.kept)
    assert whole.compared is not None
    assert set(whole.compared.taken_up) == {"order", "threat"}
    assert whole.compared.still == ()
    said = telling.told(whole, WHOLE, kit())
    assert "your own" in said
    assert len(said.split()) <= telling.MOST_WORDS


def test_the_same_text_again_has_taken_up_nothing() -> None:
    again = reviewed(FIRST, earlier=reviewed(FIRST).kept)
    assert again.compared is not None
    assert again.compared.taken_up == ()
    assert len(again.compared.still) == 2
    assert again.compared.new == ()


def test_a_new_fault_is_new() -> None:
    worse = WHOLE.replace("Regards", "I'm sorry if you felt rushed by my tone. Regards")
    found = reviewed(worse, earlier=reviewed(FIRST).kept)
    assert found.compared is not None
    assert "if_apology" in found.compared.new


def test_the_kind_of_the_first_version_stands() -> None:
    first = reviewed(FIRST)
    assert reviewed("Could we talk on Monday?", earlier=first.kept).kind is first.kind


def test_a_change_is_not_said_to_be_made_while_another_of_its_kind_stands() -> None:
    first = reviewed("I'm sorry I shouted. But you did leave the form on the ward. Chin up, it happens to all of us.")
    second = reviewed("I'm sorry I shouted. Chin up, it happens to all of us.", earlier=first.kept)
    assert second.compared is not None
    assert "excuse" not in second.compared.taken_up
