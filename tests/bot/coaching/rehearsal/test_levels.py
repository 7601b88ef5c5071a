"""How far a line moves the other, and how a rehearsal ends."""

import pytest

from bot.coaching.practice import End, Moment, Openness
from bot.coaching.rehearsal.acts import Act
from bot.coaching.rehearsal.levels import end_of, moved, openness_of, raised


def moment(*acts: Act, opened: int = 0, level: int = 1) -> Moment:
    return Moment(words="w", labels=(), opened=opened, level=level, asking=0, telling=0, answer="a", acts=acts)


def by(*acts: Act, level: int = 1, so_far: tuple[Moment, ...] = (), bare: bool = False, repeated: bool = False) -> int:
    return moved(set(acts), level, so_far, bare=bare, repeated=repeated)


@pytest.mark.parametrize(
    ("level", "openness"),
    [
        (0, Openness.GUARDED),
        (1, Openness.GUARDED),
        (2, Openness.WARY),
        (3, Openness.WARY),
        (4, Openness.WARMING),
        (6, Openness.OPEN),
        (9, Openness.OPEN),
    ],
)
def test_a_level_is_one_of_four(level: int, openness: Openness) -> None:
    assert openness_of(level) is openness


@pytest.mark.parametrize(
    ("acts", "change"),
    [
        ((Act.ASKED,), 1),
        ((Act.LISTENED,), 1),
        ((Act.LISTENED, Act.ASKED), 2),
        ((Act.OWNED,), 1),
        ((Act.OWNED, Act.INVITED, Act.ASKED, Act.PATIENT), 2),
        ((Act.PUSHED, Act.TOLD), -1),
        ((Act.BLAMED,), -2),
        ((Act.THREATENED, Act.PUSHED), -2),
        ((Act.ABUSED,), -2),
        ((Act.COUNTED_COST,), -1),
        ((Act.TOLD,), 0),
        ((), 0),
    ],
)
def test_what_a_line_does_alone(acts: tuple[Act, ...], change: int) -> None:
    assert by(*acts) == change


def test_patient_benefit_and_a_question_do_not_sweeten_a_push() -> None:
    assert by(Act.PUSHED, Act.PATIENT, Act.ASKED) == -1
    assert by(Act.PUSHED, Act.OWNED) == 0


def test_words_of_money_shut_nobody_who_is_open() -> None:
    assert by(Act.COUNTED_COST, Act.TOLD, level=6) == 0


def test_interest_that_lasts_counts_for_more() -> None:
    assert by(Act.ASKED, so_far=(moment(Act.ASKED, opened=1),)) == 2
    assert by(Act.ASKED, so_far=(moment(Act.ASKED, opened=1), moment(Act.PUSHED, opened=-1))) == 1


def test_a_third_bare_question_in_a_row_is_an_interrogation() -> None:
    asked = moment(Act.ASKED, opened=1)
    assert by(Act.ASKED, so_far=(asked, asked), bare=True) == 0
    assert by(Act.ASKED, Act.LISTENED, so_far=(asked, asked)) == 2
    assert by(Act.ASKED, so_far=(moment(Act.LISTENED, Act.ASKED, opened=2), asked), bare=True) > 0


def test_a_question_asked_before_opens_nobody() -> None:
    assert by(Act.ASKED, so_far=(moment(Act.ASKED, opened=1),), repeated=True) == 0


def test_patient_benefit_said_again_without_a_question_is_an_argument() -> None:
    assert by(Act.PATIENT, so_far=(moment(Act.PATIENT, opened=1),)) == 0


def test_nobody_opens_to_a_single_question_among_speeches() -> None:
    assert raised(5, 2, {Act.ASKED}, (moment(Act.OWNED, opened=1),)) == 5
    assert raised(5, 2, {Act.ASKED}, (moment(Act.LISTENED, opened=1),)) == 7


def test_a_level_stays_between_none_and_nine() -> None:
    asked = (moment(Act.ASKED), moment(Act.ASKED))
    assert raised(0, -2, {Act.BLAMED}, ()) == 0
    assert raised(9, 2, {Act.ASKED}, asked) == 9


@pytest.mark.parametrize(
    ("levels", "end"),
    [
        ((2, 4, 6), End.WON),
        ((3, 1, 3, 6), End.WON_BACK),
        ((0, 2, 4, 6), End.WON),
        ((2, 1, 0), End.LOST),
        ((2, 3), End.UNDECIDED),
        ((1,), End.UNDECIDED),
    ],
)
def test_the_end_is_how_it_was_led(levels: tuple[int, ...], end: End) -> None:
    before = (1, *levels)
    moments = [moment(opened=after - was, level=after) for was, after in zip(before, levels, strict=False)]
    assert end_of(moments) is end
