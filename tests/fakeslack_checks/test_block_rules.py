"""Block Kit's limits: each holds at its edge and bites just past it."""

from collections.abc import Callable

import pytest

from tests.fakeslack.blocks import HOME, MESSAGE, MODAL, all_text, blocks_faults
from tests.fakeslack.jsons import Json, record
from tests.fakeslack.views import view_faults
from tests.fakeslack_checks.bench import SECTION, button, modal


def plain(length: int) -> Json:
    return {"type": "plain_text", "text": "x" * length}


def option(text: int = 1, value: int = 1) -> Json:
    return {"text": plain(text), "value": "v" * value}


def section(length: int) -> Json:
    return {"type": "section", "text": {"type": "mrkdwn", "text": "x" * length}}


def fields(count: int) -> Json:
    return {"type": "section", "fields": [{"type": "mrkdwn", "text": "x"}] * count}


def actions(*elements: Json) -> Json:
    return {"type": "actions", "elements": list(elements)}


def buttons(count: int) -> Json:
    return actions(*(button(f"go:{number}") for number in range(count)))


def pressed(**more: object) -> Json:
    return actions(button() | more)


def chosen(kind: str, options: list[Json]) -> Json:
    return actions({"type": kind, "action_id": "choose", "options": options})


def asked(**more: object) -> Json:
    element: Json = {"type": "plain_text_input", "action_id": "said", **more}
    return {"type": "input", "label": plain(5), "element": element}


def feedback(text: int, value: int) -> Json:
    one: Json = {"text": plain(text), "value": "v" * value}
    element: Json = {"type": "feedback_buttons", "action_id": "was", "positive_button": one, "negative_button": one}
    return {"type": "context_actions", "elements": [element]}


def confirmed(title: int = 1, text: int = 1, label: int = 1) -> Json:
    question = {"title": plain(title), "text": plain(text), "confirm": plain(label), "deny": plain(label)}
    return pressed(confirm=question)


LIMITS: list[tuple[str, Callable[[int], Json], int]] = [
    ("section text", section, 3000),
    ("section fields", fields, 10),
    ("header", lambda n: {"type": "header", "text": plain(n)}, 150),
    ("markdown", lambda n: {"type": "markdown", "text": "x" * n}, 12_000),
    ("alert", lambda n: {"type": "alert", "text": plain(n)}, 200),
    ("actions", buttons, 25),
    ("context", lambda n: {"type": "context", "elements": [plain(1)] * n}, 10),
    ("block_id", lambda n: SECTION | {"block_id": "b" * n}, 255),
    ("button text", lambda n: pressed(text=plain(n)), 75),
    ("button value", lambda n: pressed(value="v" * n), 2000),
    ("button label", lambda n: pressed(accessibility_label="x" * n), 75),
    ("action_id", lambda n: pressed(action_id="a" * n), 255),
    ("feedback text", lambda n: feedback(n, 1), 75),
    ("feedback value", lambda n: feedback(1, n), 2000),
    ("confirm title", lambda n: confirmed(title=n), 100),
    ("confirm text", lambda n: confirmed(text=n), 300),
    ("confirm button", lambda n: confirmed(label=n), 30),
    ("option text", lambda n: chosen("static_select", [option(text=n)]), 75),
    ("option value", lambda n: chosen("static_select", [option(value=n)]), 150),
    ("options of a select", lambda n: chosen("static_select", [option()] * n), 100),
    ("options of radio buttons", lambda n: chosen("radio_buttons", [option()] * n), 10),
    ("options of an overflow", lambda n: chosen("overflow", [option()] * n), 5),
    ("input label", lambda n: asked() | {"label": plain(n)}, 2000),
    ("input value", lambda n: asked(initial_value="x" * n), 3000),
    ("placeholder", lambda n: asked(placeholder=plain(n)), 150),
]


@pytest.mark.parametrize(("make", "most"), [one[1:] for one in LIMITS], ids=[one[0] for one in LIMITS])
def test_a_limit_holds_at_its_edge_and_bites_past_it(make: Callable[[int], Json], most: int) -> None:
    assert blocks_faults([make(most)], MESSAGE, 50) == []
    assert len(blocks_faults([make(most + 1)], MESSAGE, 50)) >= 1


WRONG: list[tuple[str, Json]] = [
    ("no type", {}),
    ("an unknown type", {"type": "carousel"}),
    ("a field that Slack does not know", SECTION | {"colour": "red"}),
    ("a section without text", {"type": "section"}),
    ("a text that is no object", {"type": "section", "text": "words"}),
    ("a text of an unknown kind", {"type": "section", "text": {"type": "html", "text": "x"}}),
    ("an empty text", section(0)),
    ("markup in a header", {"type": "header", "text": {"type": "mrkdwn", "text": "*x*"}}),
    ("emoji in mrkdwn", {"type": "section", "text": {"type": "mrkdwn", "text": "x", "emoji": True}}),
    ("actions without elements", actions()),
    ("an input field among actions", actions({"type": "plain_text_input", "action_id": "a"})),
    ("an action_id twice in a block", actions(button(), button())),
    ("feedback among actions", actions(record(feedback(1, 1)["elements"][0]))),  # type: ignore[index]
    ("a button among context actions", {"type": "context_actions", "elements": [button()]}),
    ("a style that is none", pressed(style="loud")),
    ("a button's label as markup", pressed(text={"type": "mrkdwn", "text": "*x*"})),
    ("feedback without values", feedback(1, 0)),
    ("an option without a value", chosen("static_select", [{"text": plain(1)}])),
    (
        "a first option that is none",
        actions({"type": "static_select", "options": [option()], "initial_option": option(2)}),
    ),
    ("a day that is none", actions({"type": "datepicker", "initial_date": "2026-13-01"})),
    ("an image without words for it", {"type": "image", "image_url": "https://example.org/a.png"}),
    ("an alert of no level", {"type": "alert", "text": plain(1), "level": "loud"}),
    ("a confirmation without a title", pressed(confirm={"text": plain(1), "confirm": plain(1), "deny": plain(1)})),
]


@pytest.mark.parametrize("block", [one[1] for one in WRONG], ids=[one[0] for one in WRONG])
def test_a_block_that_is_wrong_is_refused_with_its_place(block: Json) -> None:
    faults = blocks_faults([SECTION, block], MESSAGE, 50)
    assert faults
    assert all("[json-pointer:/blocks/1" in one for one in faults)


def test_a_list_of_blocks_has_its_length_and_ids_of_its_own() -> None:
    assert blocks_faults([SECTION] * 50, MESSAGE, 50) == []
    assert blocks_faults([SECTION] * 51, MESSAGE, 50)
    assert blocks_faults([SECTION | {"block_id": "same"}] * 2, MESSAGE, 50)
    assert blocks_faults({"type": "section"}, MESSAGE, 50)


def test_some_blocks_belong_into_messages_only() -> None:
    for block in ({"type": "markdown", "text": "x"}, feedback(1, 1)):
        assert blocks_faults([block], MESSAGE, 50) == []
        assert blocks_faults([block], MODAL, 100)
        assert blocks_faults([block], HOME, 100)


VIEW_LIMITS: list[tuple[str, Callable[[int], Json], int]] = [
    ("blocks", lambda n: modal(*[SECTION] * n), 100),
    ("title", lambda n: modal(title=plain(n)), 24),
    ("submit", lambda n: modal(submit=plain(n)), 24),
    ("close", lambda n: modal(close=plain(n)), 24),
    ("private_metadata", lambda n: modal(private_metadata="x" * n), 3000),
    ("callback_id", lambda n: modal(callback_id="x" * n), 255),
]


@pytest.mark.parametrize(("make", "most"), [one[1:] for one in VIEW_LIMITS], ids=[one[0] for one in VIEW_LIMITS])
def test_a_limit_of_a_view_holds_at_its_edge_and_bites_past_it(make: Callable[[int], Json], most: int) -> None:
    assert list(view_faults(make(most), MODAL)) == []
    assert list(view_faults(make(most + 1), MODAL))


@pytest.mark.parametrize(
    "view",
    [
        modal() | {"type": "home"},
        modal() | {"blocks": []},
        modal(asked()),
        modal(state={}),
        {"type": "modal", "blocks": [SECTION]},
    ],
    ids=["another surface", "no blocks", "inputs without submit", "an unknown field", "no title"],
)
def test_a_modal_that_is_wrong_is_refused(view: Json) -> None:
    assert list(view_faults(view, MODAL))


def test_a_home_tab_has_neither_title_nor_buttons_of_a_form() -> None:
    assert list(view_faults({"type": "home", "blocks": [SECTION]}, HOME)) == []
    assert list(view_faults({"type": "home", "blocks": [SECTION], "title": plain(3)}, HOME))


def test_all_text_counts_what_is_read_and_not_what_is_pressed() -> None:
    assert all_text([section(10), fields(3), {"type": "markdown", "text": "1234"}, buttons(2)]) == 17
