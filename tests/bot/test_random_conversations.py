"""Two hundred conversations put together by chance from the written examples: what holds of every reply."""

import json
import random
import re
from functools import cache

import pytest

from bot.channels import answers
from bot.coaching.labels import INTENTS
from bot.coaching.playbook import Playbook
from bot.coaching.record import TurnRecord
from bot.coaching.signals import Signals
from bot.coaching.write.writer import SAFETY_MOVES
from knowledge import strict_yaml
from knowledge.errors import KnowledgeError
from prompts import library
from tests.bot.small_world import Talk, coach
from tests.fakes import FakeReader

CONVERSATIONS, BATCHES, LONGEST_REPLY, LONGEST_COPY = 200, 8, 130, 8
ASIDES = {"about", "answer_source", "redirect", "ask_draft", "review_draft", "chat", "greet", "end", "after_closed"}
"""Moves that answer the same thing with the same few words, however often it is asked."""

ANSWERS = (
    "ok",
    "dunno",
    "yes",
    "no",
    "7",
    "not really sure",
    "that's not what I meant",
    "just tell me what to do",
    "this is useless",
    "what do you mean?",
    "the first one",
    "the second one",
    "I'll ask the sister on Thursday",
    "if he says no then I'll ask why",
    "thanks",
    "by the way, a different thing",
    "let's go back to the other thing",
    "I am safe",
    "bye",
    "what does the literature say about a stretch?",
)


@cache
def books() -> dict[str, Playbook]:
    """Every playbook that can be read; `coach playbooks check` says what is wrong with one that cannot."""
    found = {}
    for path in library.files("playbooks"):
        try:
            found[path.stem] = strict_yaml.load(path, Playbook)
        except KnowledgeError:
            continue
    return found


@cache
def lines() -> tuple[tuple[str, str], ...]:
    """Every written example with its first label."""
    rows = [
        json.loads(line)
        for path in library.files("examples", ".jsonl")
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    return tuple((str(row["text"]), str(row["labels"][0])) for row in rows)


class ChanceReader(FakeReader):
    """Knows each written example by its label; everything else reads like the one before."""

    def read(self, text: str, asked: str = "") -> Signals:
        wanted = labels().get(text, "")
        self.default = wanted if wanted in {*self.situations, *INTENTS} else self.default
        return super().read(text)


@cache
def labels() -> dict[str, str]:
    return dict(lines())


def talk_by_chance(seed: int) -> Talk:
    chance = random.Random(seed)  # noqa: S311 - the same conversations each time
    situations = tuple(books())
    reader = ChanceReader(situations, default=situations[seed % len(situations)])
    talk = Talk(coach=coach(books(), reader), conversation=f"chance {seed}")
    for _ in range(chance.randint(8, 16)):
        own = chance.random() < 0.5
        talk.say(chance.choice(ANSWERS) if own else chance.choice(lines())[0])
    return talk


@pytest.fixture(scope="module", params=range(BATCHES))
def talks(request: pytest.FixtureRequest) -> list[Talk]:
    share = CONVERSATIONS // BATCHES
    return [talk_by_chance(request.param * share + number) for number in range(share)]


def ours(turn: TurnRecord) -> str:
    return re.sub(r'"[^"]*"|“[^”]*”', " | ", turn.reply.text)


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def runs(text: str) -> set[tuple[str, ...]]:
    found = words(text)
    return {tuple(found[at : at + LONGEST_COPY]) for at in range(len(found) - LONGEST_COPY + 1)}


def coaching(talks: list[Talk]) -> list[TurnRecord]:
    return [turn for talk in talks for turn in talk.turns if turn.move.name not in SAFETY_MOVES]


def test_every_reply_says_something(talks: list[Talk]) -> None:
    assert all(turn.reply.text.strip() and turn.reply.acts for talk in talks for turn in talk.turns)


def test_a_reply_asks_at_most_one_question_of_its_own(talks: list[Talk]) -> None:
    assert not [turn.reply.text for turn in coaching(talks) if ours(turn).count("?") > 1]


def test_a_reply_can_be_read_on_a_telephone(talks: list[Talk]) -> None:
    assert not [turn.reply.text for turn in coaching(talks) if len(turn.reply.text.split()) > LONGEST_REPLY]


def test_the_doctors_words_are_copied_only_in_quotation_marks(talks: list[Talk]) -> None:
    copied = [
        (turn.reply.text, turn.message.text)
        for turn in coaching(talks)
        if any(runs(piece) & runs(turn.message.text) for piece in re.split(r"[|]|[.!?] ", ours(turn)))
    ]
    assert not copied


def test_no_reply_is_given_twice_in_a_conversation(talks: list[Talk]) -> None:
    twice = [
        (turn.move.name, turn.reply.text)
        for talk in talks
        for number, turn in enumerate(talk.turns)
        if turn.move.name not in SAFETY_MOVES | ASIDES
        and turn.reply.text in [one.reply.text for one in talk.turns[:number]]
    ]
    assert not twice


def test_the_last_check_has_nothing_to_mend(talks: list[Talk]) -> None:
    found = [
        (problem.code, turn.move.name, turn.draft.text)
        for turn in coaching(talks)
        for problem in turn.reply.problems
        if problem.code != "repeat" or turn.move.name not in ASIDES
    ]
    assert not found


def test_no_placeholder_is_left_in_a_reply(talks: list[Talk]) -> None:
    assert not [turn.reply.text for talk in talks for turn in talk.turns if re.search(r"\{\w*\}", turn.reply.text)]


def test_every_turn_is_a_line_of_the_machine_interface(talks: list[Talk]) -> None:
    for talk in talks:
        for turn in talk.turns:
            assert answers.chat(turn).turn == turn.number


def test_nearly_every_playbook_can_be_read() -> None:
    assert len(books()) >= 0.8 * len(library.files("playbooks"))
