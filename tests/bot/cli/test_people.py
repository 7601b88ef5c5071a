"""`coach people`: roles given and taken, links, all of it on record, and what is wrong said so that it can be mended."""

import asyncio
import json
import re
from datetime import UTC, datetime

import pytest
from click.testing import CliRunner

from bot import compose_staff
from bot.cli.people import people
from bot.errors import CoachError
from bot.ports.staff import Act, Colleague, Role
from bot.settings import Settings
from tests.bot.cli.conftest import Coach

ONE, OTHER, DOCTOR = "T1:U5", "T1:U6", "T1:U1"


def staff(settings: Settings) -> list[Colleague]:
    with compose_staff.opened(settings) as found:
        return list(asyncio.run(found.staff.colleagues()))


def recorded(settings: Settings) -> list[tuple[str, Act, str, str]]:
    with compose_staff.opened(settings) as found:
        assert asyncio.run(found.record.flaws()) == []
        told = [one.entry for one in reversed(asyncio.run(found.record.entries()))]
    return [(one.actor, one.act, one.subject, one.detail) for one in told]


def refused(*words: str) -> str:
    """What is said of a mistake on the command line."""
    done = CliRunner().invoke(people, list(words))
    assert done.exit_code == 2, done.output
    return " ".join(done.output.replace("│", " ").split())


def test_who_is_added_has_the_roles_that_were_given(coach: Coach, settings: Settings) -> None:
    told = coach("add", ONE, "--name", " Dr Okafor ", "--role", "mentor", "--role", "trainer", "--assesses", DOCTOR)
    assert told == "Added Dr Okafor (T1:U5): mentor, trainer; also assesses 1 doctor.\n"
    assert staff(settings) == [
        Colleague(ONE, "Dr Okafor", frozenset({Role.MENTOR, Role.TRAINER}), frozenset({DOCTOR}), assesses_all=False)
    ]


def test_who_is_there_is_changed_to_what_is_given_and_what_changed_is_said(coach: Coach, settings: Settings) -> None:
    coach("add", ONE, "--name", "Okafor", "--role", "mentor", "--assesses", DOCTOR)
    told = coach("add", ONE, "--name", "Dr Okafor", "--role", "trainer", "--assesses-everyone")
    assert told == (
        "Changed: Dr Okafor (T1:U5): trainer; also assesses every doctor.\n"
        "name: Okafor -> Dr Okafor; roles: mentor -> trainer; assesses: T1:U1 -> every doctor.\n"
    )
    assert staff(settings) == [Colleague(ONE, "Dr Okafor", frozenset({Role.TRAINER}), assesses_all=True)]


def test_roles_are_given_and_taken(coach: Coach, settings: Settings) -> None:
    coach("add", ONE, "--name", "Okafor", "--role", "mentor", "--assesses", DOCTOR)
    told = coach("roles", ONE, "--give", "trainer", "--give", "admin", "--take", "mentor")
    assert told.startswith("Changed: Okafor (T1:U5): trainer, admin; also assesses 1 doctor.")
    (found,) = staff(settings)
    assert found.roles == frozenset({Role.TRAINER, Role.ADMIN})
    assert found.assesses == frozenset({DOCTOR})
    assert coach("roles", ONE, "--give", "admin") == (
        "Nothing to change: Okafor (T1:U5): trainer, admin; also assesses 1 doctor.\n"
    )


def test_the_last_role_that_is_taken_takes_them_off_the_list(coach: Coach, settings: Settings) -> None:
    coach("add", ONE, "--name", "Okafor", "--role", "mentor")
    assert coach("roles", ONE, "--take", "mentor").startswith("Okafor (T1:U5) has no role any more")
    assert staff(settings) == []


def test_who_is_removed_is_gone(coach: Coach, settings: Settings) -> None:
    coach("add", ONE, "--name", "Okafor", "--role", "mentor")
    coach("add", "local:mo", "--name", "Mo", "--role", "mentor")
    assert coach("remove", ONE) == "Removed Okafor (T1:U5), who is signed out and has no role any more.\n"
    assert [one.id for one in staff(settings)] == ["local:mo"]


def test_they_are_listed_for_people_and_for_programs(coach: Coach) -> None:
    assert "Nobody has a role yet" in coach("list")
    assert json.loads(coach("list", "--json")) == []
    coach("add", ONE, "--name", "Okafor", "--role", "mentor", "--role", "admin", "--assesses", DOCTOR)
    coach("add", "local:mo", "--name", "Mo", "--role", "trainer", "--assesses-everyone")
    assert coach("list").splitlines() == [
        "Mo (local:mo): trainer; also assesses every doctor",
        "Okafor (T1:U5): mentor, admin; also assesses 1 doctor",
    ]
    told = json.loads(coach("list", "--json"))
    assert told[1] == {
        "id": ONE,
        "name": "Okafor",
        "roles": ["mentor", "admin"],
        "assesses": [DOCTOR],
        "assesses_everyone": False,
    }


def test_a_link_signs_them_in_once(coach: Coach, settings: Settings) -> None:
    coach("add", ONE, "--name", "Okafor", "--role", "mentor")
    sentence, note, url = coach("link", ONE, "--minutes", "5").splitlines()
    assert note == "(No COACH_CONSOLE_URL is set: this works only with a console on this machine at port 8080.)"
    assert "Okafor (T1:U5)" in sentence
    assert "within 5 minutes" in sentence
    found = re.fullmatch(r"http://127\.0\.0\.1:8080/sign-in/link/([\w-]{43})", url)
    assert found
    with compose_staff.opened(settings) as room:
        now = datetime.now(UTC)
        who = asyncio.run(room.doors.use_link(found[1], now))
        assert who
        assert who.id == ONE
        assert asyncio.run(room.doors.use_link(found[1], now)) is None


@pytest.mark.usefixtures("settings")
def test_a_link_is_for_the_console_that_is_set_or_given(coach: Coach, monkeypatch: pytest.MonkeyPatch) -> None:
    coach("add", ONE, "--name", "Okafor", "--role", "mentor")
    monkeypatch.setenv("COACH_CONSOLE_URL", "https://mentors.example.org/")
    told = coach("link", ONE)
    assert "\nhttps://mentors.example.org/sign-in/link/" in told
    assert "COACH_CONSOLE_URL" not in told
    assert "\nhttps://here.example.org/x/sign-in/link/" in coach("link", ONE, "--url", "https://here.example.org/x/")


def test_all_of_it_is_on_record_as_the_operators(coach: Coach, settings: Settings) -> None:
    coach("add", ONE, "--name", "Okafor", "--role", "mentor", "--assesses", DOCTOR)
    coach("roles", ONE, "--give", "trainer")
    coach("link", ONE)
    coach("list")
    coach("remove", ONE)
    assert recorded(settings) == [
        ("operator", Act.CHANGED_ROLES, ONE, "mentor; assesses 1"),
        ("operator", Act.CHANGED_ROLES, ONE, "mentor, trainer; assesses 1"),
        ("operator", Act.LINK_MADE, ONE, ""),
        ("operator", Act.SAW_PEOPLE, "", ""),
        ("operator", Act.CHANGED_ROLES, ONE, "none"),
    ]


@pytest.mark.parametrize(
    "words",
    [
        ("remove", ONE),
        ("roles", ONE, "--take", "admin"),
        ("roles", ONE, "--take", "admin", "--take", "mentor"),
        ("add", ONE, "--name", "Okafor", "--role", "mentor"),
    ],
)
def test_the_last_admin_of_a_workspace_stays_unless_somebody_insists(
    coach: Coach, settings: Settings, words: tuple[str, ...]
) -> None:
    coach("add", ONE, "--name", "Okafor", "--role", "admin", "--role", "mentor")
    coach("add", OTHER, "--name", "Mo", "--role", "mentor")
    coach("add", "T2:U1", "--name", "Bea", "--role", "admin")
    before = staff(settings)
    with pytest.raises(CoachError, match=r"last admin of T1.*--force"):
        coach(*words)
    assert staff(settings) == before
    coach(*words, "--force")
    assert staff(settings) != before


def test_an_admin_among_several_can_go(coach: Coach, settings: Settings) -> None:
    for one in (ONE, OTHER):
        coach("add", one, "--name", one, "--role", "admin")
    coach("remove", ONE)
    assert [one.id for one in staff(settings)] == [OTHER]


@pytest.mark.parametrize("words", [("remove", ONE), ("roles", ONE, "--give", "admin"), ("link", ONE)])
def test_of_somebody_unknown_it_is_said_that_they_are(coach: Coach, settings: Settings, words: tuple[str, ...]) -> None:
    with pytest.raises(CoachError, match="nobody has a role under T1:U5: coach people list"):
        coach(*words)
    assert recorded(settings) == []


@pytest.mark.parametrize(
    "wrong", ["", "U5", "T1", "T1:", ":U5", "T1:C5", "t1:u5", "T1:U5 ", "T1:U5\n", "local:", "local:a b", "T1:U5:U6"]
)
def test_an_id_that_is_none_is_refused_with_how_one_looks(wrong: str) -> None:
    for words in (("remove", wrong), ("add", ONE, "--name", "x", "--role", "mentor", "--assesses", wrong)):
        assert "is no id: give T123:U456" in refused(*words)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("add", ONE, "--role", "mentor"), "Missing option '--name'"),
        (("add", ONE, "--name", "Okafor"), "Missing option '--role'"),
        (("add", ONE, "--name", "  ", "--role", "mentor"), "a name has 1 to 200 characters"),
        (("add", ONE, "--name", "x" * 201, "--role", "mentor"), "a name has 1 to 200 characters"),
        (("add", ONE, "--name", "a\nb", "--role", "mentor"), "a name has 1 to 200 characters"),
        (("add", ONE, "--name", "Okafor", "--role", "boss"), "'boss' is not one of 'mentor', 'trainer', 'admin'"),
        (
            ("add", ONE, "--name", "Okafor", "--role", "mentor", "--assesses", DOCTOR, "--assesses-nobody"),
            "give --assesses or --assesses-nobody",
        ),
        (("roles", ONE, "--give", "boss"), "'boss' is not one of"),
        (("roles", ONE), "say which: --give ROLE, --take ROLE, or both"),
        (("roles", ONE, "--give", "admin", "--take", "admin"), "admin is both given and taken"),
        (("link", ONE, "--minutes", "0"), "1<=x<=60"),
        (("link", ONE, "--minutes", "61"), "1<=x<=60"),
        (("link", ONE, "--url", "mentors.example.org"), "it begins with https://"),
        (("remove",), "Missing argument 'ID'"),
        (("add", "--help-me"), "No such option"),
    ],
)
def test_a_mistake_on_the_command_line_is_said(words: tuple[str, ...], said: str) -> None:
    assert said in refused(*words)


@pytest.mark.parametrize("command", [(), ("add",), ("remove",), ("roles",), ("list",), ("link",)])
def test_each_has_help_with_an_example(command: tuple[str, ...]) -> None:
    shown = CliRunner().invoke(people, [*command, "--help"]).output
    assert f"Example: {' '.join(('coach people', *command))}" in " ".join(shown.split())
