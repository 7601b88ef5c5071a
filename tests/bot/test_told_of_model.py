"""What doctors are told of a language model is true: with one, before they agree and whenever they ask; without, not."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from pydantic import ValidationError

from bot.adapters import words as words_adapter
from bot.channels.slack.render import letters
from bot.channels.slack.views import modals
from bot.channels.slack.words import SlackWords
from bot.coaching.check import MOST_WITH_TOOL
from bot.coaching.words import About
from bot.compose import slack_words
from bot.errors import CoachError
from bot.settings import Settings
from knowledge import strict_yaml
from prompts import library
from tests.bot.channels.slack.render.limits import problems, view_problems
from tests.bot.channels.slack.render.samples import WHERE

ROOT = Path(__file__).resolve().parent.parent.parent
TOLD = "gpt-x, run by Example Cloud in the UK under contract with the trust"
DENIES = re.compile(
    r"\bno language model\b|\bnothing you write is sent\b|\bnothing leaves\b|\bnot? sent to (?:a|any|one)\b"
    r"|wrote what i say\b|\bwrote my sentences\b|^it stays on\b|\bnever\b[^.]*\bused to train\b",
    re.I | re.M,
)
OWNS_UP = re.compile(r"\blanguage model\b", re.I)
SLACK = slack_words()
ABOUT = strict_yaml.load(library.file("phrases/about.yaml"), About)
FIRST = strict_yaml.load(library.file("phrases/first_contact.yaml"), words_adapter.FirstContact)


def lines(held: object) -> Iterator[str]:
    """Every line in it, but for what is only said where a model words replies."""
    if isinstance(held, Mapping):
        for name, one in held.items():
            if "with_model" not in str(name):
                yield from lines(one)
    elif isinstance(held, list | tuple):
        for one in held:
            yield from lines(one)
    elif isinstance(held, str):
        yield held


def said_of_itself(*, with_model: bool) -> list[str]:
    """All that the coach tells of itself, in every channel, with a language model or without one."""
    about = ABOUT.with_model(TOLD) if with_model else ABOUT
    slack = SLACK.with_model(TOLD, 1) if with_model else SLACK
    first = [one.replace("{model}", TOLD) for one in FIRST.lines_with_model] if with_model else FIRST.lines
    answers = (line for topic in about.topics for line in topic.say)
    return [*answers, *about.general, *first, *lines(slack.model_dump())]


def elsewhere() -> list[str]:
    """What is said and shown whether there is a model or not."""
    shown = [*library.FOLDER.glob("safety/*.yaml"), library.FOLDER / "phrases" / "coaching.yaml"]
    shown += (ROOT / "bot" / "channels" / "console" / "templates").glob("*.j2")
    return [one.read_text(encoding="utf-8") for one in shown]


def test_with_a_model_nothing_claims_that_there_is_none() -> None:
    assert [line for line in (*said_of_itself(with_model=True), *elsewhere()) if DENIES.search(line)] == []


def test_the_claims_that_are_looked_for_are_those_that_are_made_without_one() -> None:
    assert len([line for line in said_of_itself(with_model=False) if DENIES.search(line)]) >= 5


def test_without_a_model_nothing_says_that_there_is_one() -> None:
    owned = [line for line in (*said_of_itself(with_model=False), *elsewhere()) if OWNS_UP.search(line)]
    assert [line for line in owned if not DENIES.search(line)] == []


def test_every_name_is_filled_in() -> None:
    assert [line for line in said_of_itself(with_model=True) if "{model}" in line] == []


def test_the_doctor_is_told_before_agreeing_what_is_sent_to_whom_and_what_it_never_settles() -> None:
    told = " ".join(SLACK.with_model(TOLD, 1).consent.lines)
    for piece in (f"A language model ({TOLD}) words some of my replies", "it is sent what you write", "danger"):
        assert piece in told
    assert f"({TOLD})" in " ".join(FIRST.lines_with_model).replace("{model}", TOLD)


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("do you use a language model?", "model"),
        ("is this sent to openai?", "model"),
        ("what AI is this?", "model"),
        ("are you chatgpt?", "machine"),
        ("who can see this?", "privacy"),
        ("do you keep what I say?", "data"),
        ("is it used to train on?", "data"),
        ("hello", "general"),
    ],
)
def test_whoever_asks_is_told_who_runs_it(question: str, topic: str) -> None:
    found, answer = ABOUT.with_model(TOLD).answer(question)
    assert found == topic
    assert f"({TOLD})" in answer
    assert TOLD not in ABOUT.answer(question)[1]


def test_every_answer_about_the_coach_is_short_enough_to_be_sent() -> None:
    longest = "m" + " m" * 19
    about = ABOUT.with_model(longest)
    every = [*about.general, *(line for topic in about.topics for line in topic.say)]
    assert [line for line in every if len(line.split()) > MOST_WITH_TOOL] == []


def test_what_is_said_of_a_model_keeps_slacks_limits_and_asks_for_its_own_version() -> None:
    named = SLACK.with_model("m" * 160, 1)
    assert not view_problems(modals.privacy(named))
    letter = letters.first_contact(named, WHERE, person="T1:U1")
    assert not problems(letter.blocks)
    assert letter.key == f"first:T1:U1:{named.consent.version}"


def test_switching_a_model_on_or_naming_another_asks_everybody_again_and_switching_it_off_nobody() -> None:
    without, first, second = SLACK, SLACK.with_model(TOLD, 1), SLACK.with_model("another", 2)
    assert without.consent.version < first.consent.version < second.consent.version


def test_slack_is_not_begun_with_a_model_of_which_doctors_are_not_told() -> None:
    settings = {"COACH_LLM": "openai:gpt-x"}
    with pytest.raises(CoachError, match="COACH_LLM_TOLD"):
        slack_words(Settings.from_environment(settings))
    told = slack_words(Settings.from_environment({**settings, "COACH_LLM_TOLD": TOLD, "COACH_LLM_TOLD_VERSION": "3"}))
    assert told == SLACK.with_model(TOLD, 3)
    assert slack_words(Settings.from_environment({})) == SLACK


def test_a_text_of_which_nobody_would_be_asked_is_refused() -> None:
    made = SLACK.model_dump()
    made["consent"]["with_model"]["version"] = made["consent"]["version"]
    with pytest.raises(ValidationError, match="asked again"):
        SlackWords.model_validate(made)


def test_only_the_model_may_be_named_in_what_is_said_of_it() -> None:
    made = SLACK.model_dump()
    made["privacy"]["sections"][0]["with_model"] = ["It is {vendor}."]
    with pytest.raises(ValidationError, match="model"):
        SlackWords.model_validate(made)


def test_what_is_not_about_the_model_is_the_same_with_one() -> None:
    named = SLACK.with_model(TOLD, 1)
    changed = {name for name in SlackWords.model_fields if getattr(named, name) != getattr(SLACK, name)}
    assert changed == {"consent", "privacy"}
    assert [one.heading for one in named.privacy.sections] == [one.heading for one in SLACK.privacy.sections]
