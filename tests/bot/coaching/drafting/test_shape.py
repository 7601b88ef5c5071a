"""What a chat model answers with: a line for each sentence, read strictly."""

import json

import pytest
from pydantic import ValidationError

from bot.coaching.drafting.shape import SecondLook, Worded, WordedSentence
from bot.coaching.kinds import Act


def read(*lines: object) -> Worded:
    return Worded.model_validate_json(json.dumps({"sentences": lines}), strict=True)


def test_a_line_gives_the_act_the_key_and_the_sentence() -> None:
    one, other = read("reflect: So: it waits.", "inform [bins-fill]: Somebody found it.").sentences
    assert (one.act, one.text, one.cites) == (Act.REFLECT, "So: it waits.", None)
    assert (other.act, other.text, other.cites) == (Act.INFORM, "Somebody found it.", "bins-fill")


@pytest.mark.parametrize("line", ["It waits.", "ponder: It waits.", "reflect:", "reflect: ", "", 7])
def test_a_line_without_a_known_act_or_a_text_is_no_answer(line: object) -> None:
    with pytest.raises(ValidationError):
        read(line)


def test_a_sentence_writes_itself_as_it_is_read() -> None:
    one = WordedSentence(text="Somebody found it.", act=Act.INFORM, cites="k")
    assert read(one.line).sentences == (one,)


def test_a_sentence_given_as_an_object_is_read_as_well() -> None:
    assert Worded.model_validate(read("reflect: x").model_dump()).sentences[0].text == "x"


def test_the_schema_that_is_sent_holds_nothing_for_people() -> None:
    for shape in (Worded, SecondLook):
        sent = json.dumps(shape.model_json_schema())
        assert "description" not in sent
        assert "Items" not in sent
    assert Worded.model_json_schema()["properties"] == {"sentences": {"items": {"type": "string"}, "type": "array"}}


def test_sentences_that_come_in_one_item_are_parted() -> None:
    several = Worded.model_validate(
        {"sentences": ["reflect: You stayed.\naffirm: It was late.\n\ninform [k1]: So it is."]}
    )
    assert [(one.act, one.text, one.cites) for one in several.sentences] == [
        (Act.REFLECT, "You stayed.", None),
        (Act.AFFIRM, "It was late.", None),
        (Act.INFORM, "So it is.", "k1"),
    ]


def test_a_line_that_is_no_act_stays_with_its_sentence() -> None:
    one = Worded.model_validate({"sentences": ["reflect: You said this\nand that."]})
    assert [each.text for each in one.sentences] == ["You said this\nand that."]


def test_what_is_far_too_long_is_no_answer() -> None:
    with pytest.raises(ValidationError):
        read(f"reflect: {'word ' * 200}")
