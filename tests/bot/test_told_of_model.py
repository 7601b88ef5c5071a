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
from bot.compose_slack_words import slack_words
from bot.errors import CoachError
from bot.settings import Settings
from knowledge import strict_yaml
from prompts import library
from tests.bot.channels.slack.render.limits import problems, view_problems
from tests.bot.channels.slack.render.samples import WHERE

ROOT = Path(__file__).resolve().parent.parent.parent
TOLD = "gpt-x, run by Example Cloud in the UK under contract with the trust"
LONGEST_ABOUT = 58
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
    slack = SLACK.with_model(TOLD) if with_model else SLACK
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
    told = " ".join(SLACK.with_model(TOLD).consent.lines)
    for piece in (f"A language model ({TOLD}) words some of my replies", "it is sent what you write", "danger"):
        assert piece in told
    assert f"({TOLD})" in " ".join(FIRST.lines_with_model).replace("{model}", TOLD)


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("do you use a language model?", "model"),
        ("is this sent to openai?", "model"),
        ("what AI is this?", "model"),
        ("are you chatgpt?", "chatgpt"),
        ("are you a bot?", "machine"),
        ("whats sent to america", "sent"),
        ("who did you send that to", "sent"),
        ("how do i turn the language model off", "opt_out"),
        ("turn off the ai please", "opt_out"),
        ("how do i opt out", "opt_out"),
        ("i dont consent to ai", "opt_out"),
        ("i do not want an AI reading my stuff", "opt_out"),
        ("can i use this without the ai", "opt_out"),
        ("delete everything i wrote", "erase"),
        ("how do i erase this", "erase"),
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


@pytest.mark.parametrize(
    "question",
    [
        "is a person reading this",
        "is anyone reading this",
        "are people reading this?",
        "is there a human reading this",
        "does a human see what I write",
        "do real people read this",
        "is somebody reading my messages",
        "nobody reads this, right?",
        "can a person see this chat",
        "who is reading this",
    ],
)
def test_whoever_asks_whether_somebody_reads_this_is_told_in_the_first_words(question: str) -> None:
    for about in (ABOUT, ABOUT.with_model(TOLD)):
        found, answer = about.answer(question)
        assert found == "privacy"
        assert answer.startswith("No person")


@pytest.mark.parametrize(
    "question",
    ["where is the reading from?", "what is your reading?", "what are your sources?", "is there any paper on this"],
)
def test_a_question_on_the_reading_gets_the_reading(question: str) -> None:
    assert ABOUT.answer(question)[0] == "sources"


def test_whoever_asks_for_a_chatbot_by_name_is_answered_in_the_first_words() -> None:
    assert ABOUT.answer("is this chatgpt")[1].startswith("I am not ChatGPT. ")
    assert ABOUT.with_model(TOLD).answer("is this chatgpt")[1].startswith("Not as such. ")


def test_where_erasing_is_done_is_told_for_every_channel() -> None:
    for about in (ABOUT, ABOUT.with_model(TOLD)):
        answer = about.answer("delete everything i wrote")[1]
        assert "In Slack, my Home tab" in answer
        assert "elsewhere whoever runs me" in answer


def test_what_is_said_of_a_model_takes_no_longer_than_a_breath_or_two() -> None:
    long = {one.id: len(one.say_with_model[0].split()) for one in ABOUT.topics if one.say_with_model}
    assert {name: words for name, words in long.items() if words > LONGEST_ABOUT} == {}


def test_every_answer_about_the_coach_is_short_enough_to_be_sent() -> None:
    longest = "m" + " m" * 19
    about = ABOUT.with_model(longest)
    every = [*about.general, *(line for topic in about.topics for line in topic.say)]
    assert [line for line in every if len(line.split()) > MOST_WITH_TOOL] == []


def test_what_is_said_of_a_model_keeps_slacks_limits_and_asks_for_its_own_version() -> None:
    named = SLACK.with_model("m" * 160)
    assert not view_problems(modals.privacy(named))
    letter = letters.first_contact(named, WHERE, person="T1:U1")
    assert not problems(letter.blocks)
    assert letter.key == f"first:T1:U1:{named.consent.version}"


def test_every_change_of_what_is_told_asks_everybody_again() -> None:
    later = SLACK.model_copy(deep=True)
    raised = later.consent.model_copy(update={"with_model": later.consent.with_model.model_copy(update={"version": 2})})
    told = [SLACK, SLACK.with_model(TOLD), SLACK.with_model("another"), SLACK.model_copy(update={"consent": raised})]
    told[3] = told[3].with_model(TOLD)
    assert len({one.consent.version for one in told}) == len(told)
    assert SLACK.with_model(TOLD).consent.version == told[1].consent.version, "the same in every process"
    assert all(1_000_000 <= one.consent.version < 2**31 for one in told[1:]), "never that of a text without a model"


def test_slack_is_not_begun_with_a_model_of_which_doctors_are_not_told() -> None:
    settings = {"COACH_LLM": "openai:gpt-x"}
    with pytest.raises(CoachError, match="COACH_LLM_TOLD"):
        slack_words(Settings.from_environment(settings))
    told = slack_words(Settings.from_environment({**settings, "COACH_LLM_TOLD": TOLD}))
    assert told == SLACK.with_model(TOLD)
    assert slack_words(Settings.from_environment({})) == SLACK


def test_a_version_that_could_be_that_of_a_text_with_a_model_is_refused() -> None:
    made = SLACK.model_dump()
    made["consent"]["version"] = 1_000_000
    with pytest.raises(ValidationError, match=r"consent\.version"):
        SlackWords.model_validate(made)


def test_only_the_model_may_be_named_in_what_is_said_of_it() -> None:
    made = SLACK.model_dump()
    made["privacy"]["sections"][0]["with_model"] = ["It is {vendor}."]
    with pytest.raises(ValidationError, match="model"):
        SlackWords.model_validate(made)


def test_what_is_not_about_the_model_is_the_same_with_one() -> None:
    named = SLACK.with_model(TOLD)
    changed = {name for name in SlackWords.model_fields if getattr(named, name) != getattr(SLACK, name)}
    assert changed == {"consent", "privacy"}
    assert [one.heading for one in named.privacy.sections] == [one.heading for one in SLACK.privacy.sections]
