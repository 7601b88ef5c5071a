"""Making an evaluation case: what is chosen, looked over, checked by the trainers' checker, and taken away."""

import asyncio
import html
import re
from collections.abc import Sequence

import pytest

from bot.mentoring.events import EventKind, NewEvent
from bot.ports.trainers import Exchanged
from evals.for_mentors import Suite
from tests.bot.channels.console import talks
from tests.bot.channels.console.pages.conftest import Desk
from tests.bot.channels.console.world import MENTOR, OTHER

FORM = {
    "about": "psychological_safety", "name": "handover-starts-late", "reference": "Who could you ask?",
    "turn": ["1", "2", "3"], "step": "make",
}  # fmt: skip


@pytest.fixture
def here(desk: Desk) -> Desk:
    desk.change(trainers=Suite(), situations={"psychological_safety": "People dare to speak"})
    return desk


def asyncio_is_elsewhere() -> None:
    """Fails on the thread of the event loop, where everybody would wait."""
    with pytest.raises(RuntimeError, match="no running event loop"):
        asyncio.get_running_loop()


def yaml_of(page: str) -> str:
    """What stands in the text field, as a browser would send it."""
    found = re.search(r'name="yaml"[^>]*>\n(.*?)</textarea>', page, re.DOTALL)
    assert found is not None
    return html.unescape(found[1])


def made(here: Desk, share_id: str, **changed: str | list[str]) -> str:
    answer = here.post(f"/talks/{share_id}/case", {**FORM, **changed})
    assert answer.status_code == 200
    return yaml_of(answer.text)


def test_the_form_offers_every_turn_and_what_the_mentor_would_have_had_said(here: Desk) -> None:
    reworded = (
        NewEvent(EventKind.REWORDED, 2, text="the earlier one"),
        NewEvent(EventKind.REWORDED, 4, text="Who could you ask?"),
        NewEvent(EventKind.REWORDED, None, text="of the whole"),
    )
    share_id = talks.put(here.world, events=talks.by(MENTOR, here.world.clock.now(), *reworded))
    page = here.page(f"/talks/{share_id}/case")
    assert page.count('name="turn"') == talks.TURNS
    assert re.search(r'name="reference"[^>]*>\nWho could you ask\?</textarea>', page)
    assert 'value="take"' not in page


def test_the_case_holds_the_chosen_turns_and_passes_the_trainers_checker(here: Desk) -> None:
    share_id = talks.put(here.world)
    text = made(here, share_id)
    assert Suite().faults(text) == ()
    assert "starts late every night" in text
    assert "I have not asked any of them." in text
    assert "on their way from the ward round" not in text
    assert "Quiet Heron" not in text
    assert "Did I ask enough" not in text


def test_an_edited_case_is_checked_and_its_faults_are_listed(here: Desk) -> None:
    share_id = talks.put(here.world)
    text = made(here, share_id)
    good = here.post(f"/talks/{share_id}/case", {**FORM, "step": "check", "yaml": text.replace("\n", "\r\n")})
    assert good.status_code == 200
    assert "passes the trainers" in good.text
    broken = text.replace("reference:", "<b>refrence:")
    bad = here.post(f"/talks/{share_id}/case", {**FORM, "step": "check", "yaml": broken})
    assert bad.status_code == 422
    assert 'role="alert"' in bad.text
    assert html.escape(Suite().faults(broken.strip())[0]) in bad.text
    assert yaml_of(bad.text).strip() == broken.strip()


def test_it_is_taken_away_as_a_file_and_that_is_kept(here: Desk) -> None:
    share_id = talks.put(here.world)
    text = made(here, share_id)
    answer = here.post(f"/talks/{share_id}/case", {**FORM, "step": "take", "yaml": text})
    assert answer.status_code == 200
    assert answer.headers["content-disposition"] == 'attachment; filename="handover-starts-late.yaml"'
    assert answer.headers["content-type"].startswith("application/yaml")
    assert Suite().faults(answer.text) == ()
    assert talks.events(here.world, share_id) == [NewEvent(EventKind.CASE_MADE, name="handover-starts-late")]


def test_what_the_checker_finds_fault_with_is_not_taken_away(here: Desk) -> None:
    share_id = talks.put(here.world)
    answer = here.post(f"/talks/{share_id}/case", {**FORM, "step": "take", "yaml": "- id: x\n"})
    assert answer.status_code == 422
    assert "content-disposition" not in answer.headers
    assert talks.events(here.world, share_id) == []


@pytest.mark.parametrize("yaml", ["- id: " + ":".join(["59"] * 3000), "- {}\n" * 20_000, "[" * 9000, "\x07"])
def test_whatever_stands_in_the_form_its_faults_are_listed(here: Desk, yaml: str) -> None:
    share_id = talks.put(here.world)
    answer = here.post(f"/talks/{share_id}/case", {**FORM, "step": "check", "yaml": yaml})
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text


def test_the_checker_does_not_keep_others_waiting(here: Desk) -> None:
    asked: list[str] = []

    class Watched(Suite):
        def case(self, name: str, about: str, talk: Sequence[Exchanged], reference: str) -> str:
            asked.append(name)
            asyncio_is_elsewhere()
            return super().case(name, about, talk, reference)

        def faults(self, text: str) -> Sequence[str]:
            asyncio_is_elsewhere()
            return super().faults(text)

    here.change(trainers=Watched())
    text = made(here, talks.put(here.world))
    assert here.post(f"/talks/{talks.put(here.world)}/case", {**FORM, "step": "check", "yaml": text}).status_code == 200
    assert asked == ["handover-starts-late"]


@pytest.mark.parametrize("wrong", [{"name": "Not A Name"}, {"reference": ""}, {"turn": []}, {"about": "no_such"}])
def test_where_there_can_be_no_case_it_is_said_why_and_nothing_typed_is_lost(
    here: Desk, wrong: dict[str, str | list[str]]
) -> None:
    share_id = talks.put(here.world)
    answer = here.post(f"/talks/{share_id}/case", {**FORM, **wrong})
    assert answer.status_code == 422
    assert "There is no case yet" in answer.text
    assert html.escape(str({**FORM, **wrong}["name"])) in answer.text


@pytest.mark.parametrize("name", ["../../etc/passwd", 'x";y="', "ünder\r\nX-Evil: 1", "", "."])
def test_a_files_name_is_plain_whatever_was_sent(here: Desk, name: str) -> None:
    share_id = talks.put(here.world)
    answer = here.post(f"/talks/{share_id}/case", {**FORM, "name": name, "step": "take", "yaml": made(here, share_id)})
    assert re.fullmatch(r'attachment; filename="[a-z0-9_-]+\.yaml"', answer.headers["content-disposition"])
    assert "x-evil" not in answer.headers


def test_there_is_no_way_to_it_where_the_doctor_did_not_allow_it(here: Desk) -> None:
    share_id = talks.put(here.world, for_cases=False)
    assert "/case" not in here.page(f"/talks/{share_id}")
    assert here.get(f"/talks/{share_id}/case").status_code == 404
    assert here.post(f"/talks/{share_id}/case", FORM).status_code == 404


def test_nor_where_the_suite_is_not_installed_or_the_talk_is_not_theirs(here: Desk) -> None:
    share_id = talks.put(here.world)
    assert here.post(f"/talks/{share_id}/case", FORM, OTHER).status_code == 404
    here.change(trainers=None)
    assert "/case" not in here.page(f"/talks/{share_id}")
    assert here.get(f"/talks/{share_id}/case").status_code == 404
