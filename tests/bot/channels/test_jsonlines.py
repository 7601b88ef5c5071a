"""JSON lines in and out: one line for each, in order and at once; a bad line is answered and the stream goes on."""

import io
import json
from collections.abc import Iterator

import pytest

from bot.channels import jsonlines, wire
from bot.channels.wire import ErrorOut
from bot.channels.wire_lines import LONGEST_TEXT
from bot.errors import CoachError
from tests.bot.channels.validating import validates

GOOD = {"id": "1", "text": "the bins"}


def answer(line: wire.UnderstandIn) -> wire.SearchOut:
    if line.text == "not yours":
        message = "this conversation belongs to somebody else"
        raise CoachError(message, code="not_yours")
    if line.text == "conflict":
        message = "at the same moment"
        raise CoachError(message, code="conflict", retryable=True)
    if line.text == "broken store":
        message = "the store is gone"
        raise CoachError(message, code="no_store")
    if line.text == "boom":
        message = f"a fault that names {line.text}"
        raise RuntimeError(message)
    return wire.SearchOut(id=line.id, abstain=False, passages=())


def run(*lines: str) -> list[dict[str, object]]:
    kept = io.BytesIO()
    out = io.TextIOWrapper(kept, encoding="utf-8")
    jsonlines.run(lines, out, wire.UnderstandIn, answer, "id")
    out.flush()
    return [json.loads(line) for line in kept.getvalue().decode().splitlines()]


def line(**fields: object) -> str:
    return json.dumps({**GOOD, **fields})


BAD = (
    ("not_json", "{"),
    ("not_json", "hello"),
    ("not_json", "[" * 100_000),
    ("not_json", '{"id": "1", "text": "cut'),
    ("not_an_object", "[]"),
    ("not_an_object", '"text"'),
    ("not_an_object", "null"),
    ("not_an_object", "7"),
    ("unknown_field", line(more="x")),
    ("missing_field", '{"id": "1"}'),
    ("missing_field", '{"text": "the bins"}'),
    ("missing_field", "{}"),
    ("empty_text", line(text="")),
    ("empty_text", line(text=" \n\t ")),
    ("empty_text", line(id="")),
    ("too_long", line(text="a" * (LONGEST_TEXT + 1))),
    ("too_long", line(id="a" * 201)),
    ("bad_value", line(text=7)),
    ("bad_value", line(text=None)),
    ("bad_value", line(id=["1"])),
    ("bad_value", line(text="\ud800 alone")),
    ("not_yours", line(text="not yours")),
    ("conflict", line(text="conflict")),
    ("internal", line(text="broken store")),
    ("internal", line(text="boom")),
)


@pytest.mark.parametrize(("code", "bad"), BAD)
def test_a_bad_line_is_named_and_the_stream_goes_on(code: str, bad: str) -> None:
    first, second = run(bad, line(id="2"))
    validates("error", first["error"])
    assert ErrorOut.model_validate(first["error"]).code == code
    assert second["id"] == "2"
    assert "error" not in second


def test_every_code_has_a_line_that_earns_it() -> None:
    listed = wire.SCHEMAS["error"].model_json_schema()["properties"]["code"]["enum"]
    assert {code for code, _ in BAD} == set(listed)


@pytest.mark.parametrize(
    ("bad", "value"),
    [
        (line(more="x"), "1"),
        (line(text=""), "1"),
        (line(text="boom"), "1"),
        ("{", None),
        (line(id=7), None),
        ("{}", None),
    ],
)
def test_an_error_repeats_the_lines_id_where_it_has_one(bad: str, value: str | None) -> None:
    assert run(bad)[0]["id"] == value


def test_an_error_names_the_field_that_is_wrong() -> None:
    message = ErrorOut.model_validate(run(line(more="x"))[0]["error"]).message
    assert "more" in message


def test_an_error_never_repeats_what_the_doctor_wrote(caplog: pytest.LogCaptureFixture) -> None:
    shown = json.dumps([*run(line(text="boom")), *run(line(text=7, more="secret words"))])
    assert "a fault that names" not in shown + caplog.text
    assert "secret words" not in shown + caplog.text


def test_answers_keep_the_order_of_the_lines_and_repeat_their_ids() -> None:
    ids = ["b", "a", "b", "c"]
    assert [one["id"] for one in run(*(line(id=one) for one in ids))] == ids


def test_an_empty_line_is_passed_over() -> None:
    assert [one["id"] for one in run("\n", "   \n", line(), "")] == ["1"]


def test_the_longest_text_allowed_is_taken() -> None:
    assert "error" not in run(line(text="a" * LONGEST_TEXT))[0]


def test_letters_of_other_scripts_come_back_as_they_are() -> None:
    assert run(line(id="Zoë Ωμέγα 🙂"))[0]["id"] == "Zoë Ωμέγα 🙂"


def test_each_answer_is_out_before_the_next_line_is_read() -> None:
    flushed: list[int] = []

    class Watched(io.StringIO):
        def flush(self) -> None:
            flushed.append(self.getvalue().count("\n"))

    watched = Watched()

    def lines() -> Iterator[str]:
        for number in range(3):
            assert flushed[-1:] == ([number] if number else [])
            yield line(id=str(number))

    jsonlines.run(lines(), watched, wire.UnderstandIn, answer, "id")
    assert watched.getvalue().count("\n") == 3


def test_an_id_that_no_terminal_can_write_does_not_end_the_stream() -> None:
    first, second = run('{"id": "\\ud800", "text": "x", "more": 1}', line(id="2"))
    assert "error" in first
    assert second["id"] == "2"


def test_a_line_of_other_bytes_than_utf8_is_a_bad_line_and_the_stream_goes_on() -> None:
    given = io.TextIOWrapper(io.BytesIO(b'{"id": "1", "text": "caf\xe9"}\n' + line(id="2").encode()), encoding="ascii")
    kept = io.BytesIO()
    out = io.TextIOWrapper(kept, encoding="ascii")
    jsonlines.run(given, out, wire.UnderstandIn, answer, "id")
    first, second = map(json.loads, kept.getvalue().splitlines())
    assert first["error"]["code"] == "not_json"
    assert second["id"] == "2"
