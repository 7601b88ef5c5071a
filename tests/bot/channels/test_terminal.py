"""A conversation in a terminal or through a pipe: greeting, replies, commands, and nothing lost when a turn fails."""

import io
from datetime import UTC, datetime

import pytest

from bot.channels.terminal import Session, place, safe
from bot.coaching.cited import Cited
from bot.coaching.model import IncomingMessage
from bot.coaching.record import TurnRecord
from bot.errors import CoachError
from tests.bot.small_world import Talk, coach

HELLO = ("Hello, I am software.", "Leave out names.")
CITED = Cited(key="k", card="k", doc="doc", section="5", author="Author", quote=None, start=None, end=None)


def talk(*lines: str, session: Session | None = None) -> str:
    out = io.StringIO()
    used = session or Session(coach(), HELLO, lambda cited: f"The passage behind {cited.key}.")
    given = io.StringIO("".join(f"{line}\n" for line in lines))
    used.run(given, out, conversation="talk", person="doctor", now=lambda: datetime(2026, 3, 4, tzinfo=UTC))
    return " ".join(out.getvalue().split())


def test_the_first_contact_is_said_once_before_anything_else() -> None:
    shown = talk("The bins are full.", "They are green.")
    assert shown.startswith("Hello, I am software. Leave out names.")
    assert shown.count("Leave out names.") == 1


def test_a_pipe_sees_the_replies_and_no_prompt() -> None:
    alone = Talk()
    alone.say("The bins are full.", "They are green.")
    shown = talk("The bins are full.", "They are green.")
    assert all(" ".join(text.split()) in shown for text in alone.replies)
    assert "you>" not in shown


def test_empty_lines_are_passed_over_and_the_end_of_the_input_ends_it() -> None:
    assert talk("", "   ") == " ".join(HELLO)


@pytest.mark.parametrize("word", ["/quit", "/exit", "/q"])
def test_leaving_leaves(word: str) -> None:
    assert "colour" not in talk(word, "The bins are full.")


def test_the_place_of_a_citation_is_shown_and_its_passage_on_asking() -> None:
    shown = talk("What does the literature say about a stretch?", "/source")
    assert "[Bohmer 2012, 5]" in shown
    assert "The passage behind [a-card]." in shown


def test_asking_for_a_source_where_there_is_none_says_so() -> None:
    assert "quoted nothing" in talk("/source")
    assert "quoted nothing" in talk("The bins are full.", "/source")


def test_any_other_command_gets_help() -> None:
    assert "/quit" in talk("/what")


def test_a_message_that_is_too_long_is_refused_and_the_talk_goes_on() -> None:
    shown = talk("a" * 8001, "The bins are full.")
    assert "8000" in shown
    assert "colour" in shown


def test_a_turn_that_fails_says_so_and_the_talk_goes_on() -> None:
    whole = coach()

    class Once:
        failed = False

        def reply(self, message: IncomingMessage) -> TurnRecord:
            if not self.failed:
                self.failed = True
                message_ = "busy"
                raise CoachError(message_, code="conflict", retryable=True)
            return whole.reply(message)

    session = Session(Once(), HELLO, lambda cited: cited.key)  # type: ignore[arg-type]  # only `reply` is used
    shown = talk("The bins are full.", "The bins are full.", session=session)
    assert "send it again" in shown
    assert "colour" in shown


def test_two_sittings_go_on_with_one_conversation() -> None:
    shared = coach()
    for line, expected in (("The bins are full.", "colour"), ("They are green.", "want from this talk")):
        assert expected in talk(line, session=Session(shared, HELLO, lambda cited: cited.key))


@pytest.mark.parametrize(
    ("cited", "shown"),
    [
        (CITED, "Author, 5"),
        (CITED.model_copy(update={"author": ""}), "doc, 5"),
        (CITED.model_copy(update={"section": ""}), "Author"),
        (CITED.model_copy(update={"author": "", "section": ""}), "doc"),
    ],
)
def test_a_place_reads_as_it_would_in_print(cited: Cited, shown: str) -> None:
    assert place(cited) == shown


@pytest.mark.parametrize("hidden", ["\x1b]0;owned\x07", "\x1b[31m", "\x9b2J", "\x1b[2K\x1b[1A", "\u202e", "\U000e0053"])
def test_nothing_that_a_terminal_obeys_is_written_whoever_said_it(hidden: str) -> None:
    lines = f"The bins are {hidden} full again.", "What does the literature say about a stretch?", "/source"
    session = Session(coach(), HELLO, lambda cited: f"The passage {hidden} behind {cited.key}.")
    out = io.StringIO()
    given = io.StringIO("".join(f"{line}\n" for line in lines))
    session.run(given, out, conversation="talk", person="doctor", now=lambda: datetime(2026, 3, 4, tzinfo=UTC))
    assert not {"\x1b", "\x07", "\x9b", "\u202e", "\U000e0053"} & set(out.getvalue())
    assert "behind [a-card]." in out.getvalue()


def test_letters_of_every_script_and_new_lines_stay() -> None:
    told = "Łódź, كيتلي, 水壶, e\u0301, 👩\u200d⚕\ufe0f\nand\tmore"
    assert safe(told) == told
    assert safe("one\r\ntwo\rthree") == "one\ntwo\nthree"
