"""A plan told in one breath, as doctors type it: each part in its place, and what is said drily is none."""

from datetime import date

import pytest

from bot.coaching import commitments
from bot.coaching.commitments import telling
from bot.coaching.commitments.persons import whom
from bot.coaching.noticed import Spans

TODAY = date(2026, 11, 23)  # a Monday


def told(text: str) -> Spans:
    return telling.told(text, Spans(), asked=True)


def test_all_parts_in_one_breath() -> None:
    found = told("I'll ask the matron on Friday 7/10, worry is she's on leave, and if so I'll ring her deputy")
    assert found.step == ("ask the matron",)
    assert found.when == ("on Friday",)
    assert found.snag == ("she's on leave",)
    assert found.way == ("ring her deputy",)


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("I'll keep a log of every delay from Monday", "keep a log of every delay"),
        ("not email, I'll ring the site manager tonight", "ring the site manager"),
        ("the thing is to tell her I was wrong. tomorrow", "tell her I was wrong"),
        ("I would go to her and say sorry", "go to her and say sorry"),
        ("tell my CS I want to lead the falls project", "tell my CS I want to lead the falls project"),
    ],
)
def test_the_step_goes_to_the_end_of_its_clause(text: str, step: str) -> None:
    assert told(text).step == (step,)


@pytest.mark.parametrize(
    "text",
    [
        "sure, I'll go and hug the surgeons, that'll fix it",
        "oh great, so i bring them biscuits and everything is fine",
        "well obviously I'll just magic up three more nurses",
        "maybe I could ask the registrars, or maybe write to the rota lead, not sure which",
        "I've already spoken to him last week and it went nowhere",
    ],
)
def test_what_is_dry_undecided_or_over_is_no_step(text: str) -> None:
    assert told(text).step == ()


@pytest.mark.parametrize("text", ["ask her if she wants to lead it", "check whether the lab is open, see if they know"])
def test_what_is_to_be_asked_is_no_condition(text: str) -> None:
    assert told(text).way == ()


@pytest.mark.parametrize(
    ("when", "due"),
    [
        ("a week on Tuesday", (12, 1)),
        ("Tuesday week", (12, 1)),
        ("the day after tomorrow", (11, 25)),
        ("on 24/11", (11, 24)),
        ("in a fortnight", (12, 7)),
        ("three days from now", (11, 26)),
        ("by the first of December", (12, 1)),
        ("at the end of the month", (11, 30)),
        ("next Friday", (12, 4)),
        ("on Friday at seven in the morning", (11, 27)),
        ("tommorow", (11, 24)),
        ("thrusday", (11, 26)),
        ("by Christmas", (12, 25)),
        ("fri 4 dec", (12, 4)),
    ],
)
def test_days_as_people_say_them(when: str, due: tuple[int, int]) -> None:
    assert commitments.find_when(f"I'll ask her {when}") is not None
    assert commitments.due_date(when.casefold(), TODAY) == date(2026, *due)


@pytest.mark.parametrize(
    ("step", "who"),
    [
        ("ask the rota coordinator how she builds it", "the rota coordinator"),
        ("thank the porters and ask the site manager for the times", "the porters and the site manager"),
        ("approach the nurse in charge", "the nurse in charge"),
        ("knock on the finance lead's door", "the finance lead"),
        ("bring the patient's letter", None),
        ("lead the debrief myself", None),
        ("email her", "her"),
    ],
)
def test_with_whom(step: str, who: str | None) -> None:
    assert whom(step) == who


def test_a_plan_written_like_a_form() -> None:
    spans = told("Confidence: 8. Barrier: lift. Date: Friday 13th, ha. Action: walk the ED team through it.")
    assert (spans.step, spans.when, spans.snag) == (("walk the ED team through it",), ("Friday 13th",), ("lift",))


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        (
            "(1) learn the names of the night HCAs (2) actually use them",
            ("learn the names of the night HCAs", "use them"),
        ),
        ("I'd like to say I'll confront him. I won't. I'll write it down tonight", ("write it down",)),
        ("Either I go to the director or I ask the registrar. Registrar. Wednesday", ("ask the registrar",)),
        ("chair it myself wednesday instead of hiding", ("chair it myself instead of hiding",)),
        ("can i just say sorry to the ODP. tomorrow", ("say sorry to the ODP",)),
        ("am gna go 2 the reg in person", ("go 2 the reg in person",)),
        ("I shall be asking my registrar to let me lead", ("asking my registrar to let me lead",)),
    ],
)
def test_the_act_in_many_forms(text: str, steps: tuple[str, ...]) -> None:
    assert told(text).step == steps
