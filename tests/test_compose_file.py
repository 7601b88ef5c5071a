"""`compose.yaml`: what it starts exists, is set as the coach knows it, probed, fenced in, and given time to end."""

import re
from typing import cast

import pytest
import yaml
from click.testing import CliRunner

from bot.cli.main import coach
from bot.settings import Settings
from tests.checkout import ROOT
from tests.image import dockerfile

Service = dict[str, object]
OURS = ("migrate", "ingest", "bot", "console")
ONCE = ("migrate", "ingest")
THEIRS = {"postgres", "chroma"}
_FILLED = re.compile(r"\$\{(\w+)(?::?[-?]([^}]*))?\}")


@pytest.fixture(scope="module")
def whole() -> dict[str, dict[str, Service]]:
    return cast("dict[str, dict[str, Service]]", yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def services(whole: dict[str, dict[str, Service]]) -> dict[str, Service]:
    return whole["services"]


def settings_of(service: Service) -> dict[str, str]:
    return {name: str(value) for name, value in cast("dict[str, object]", service["environment"]).items()}


def seconds(text: object) -> float:
    found = re.fullmatch(r"(\d+)s", str(text))
    assert found
    return float(found[1])


def test_it_starts_the_parts_of_a_region_and_no_other(services: dict[str, Service]) -> None:
    assert set(services) == {*OURS, *THEIRS}
    assert {str(services[name]["image"]) for name in OURS} == {"leadership-coach"}


@pytest.mark.parametrize("name", OURS)
def test_every_setting_is_one_of_the_coachs_and_has_a_value_it_takes(services: dict[str, Service], name: str) -> None:
    given = {key: _FILLED.sub("https://coach.example.org", value) for key, value in settings_of(services[name]).items()}
    assert given
    Settings.from_environment(given)


@pytest.mark.parametrize("name", OURS)
def test_every_command_is_one_of_the_coachs(services: dict[str, Service], name: str) -> None:
    words = cast("list[str]", services[name]["command"])
    done = CliRunner().invoke(coach, [*words, "--help"])
    assert done.exit_code == 0, done.output


@pytest.mark.parametrize("name", OURS)
def test_a_process_of_ours_can_write_nothing_and_gain_nothing(services: dict[str, Service], name: str) -> None:
    one = services[name]
    assert one["read_only"] is True
    assert one["tmpfs"] == ["/tmp"]  # noqa: S108 - in the container
    assert one["cap_drop"] == ["ALL"]
    assert one["security_opt"] == ["no-new-privileges:true"]
    assert "privileged" not in one
    assert "ports" not in one
    assert "user" not in one, "the image says as whom"


@pytest.mark.parametrize("name", [*THEIRS])
def test_what_keeps_data_is_reached_from_inside_alone(whole: dict[str, dict[str, Service]], name: str) -> None:
    assert whole["services"][name]["networks"] == ["inside"]
    assert "ports" not in whole["services"][name]
    assert whole["networks"]["inside"] == {"internal": True}


def test_whoever_waits_for_a_part_waits_for_what_that_part_says_of_itself(services: dict[str, Service]) -> None:
    for name, one in services.items():
        for other, how in cast("dict[str, dict[str, str]]", one.get("depends_on", {})).items():
            wanted = "service_completed_successfully" if other in ONCE else "service_healthy"
            assert how == {"condition": wanted}, (name, other)
            assert "healthcheck" in services[other]


def test_bots_and_consoles_are_probed_by_a_command_of_the_image(services: dict[str, Service]) -> None:
    for name, of in (("bot", "slack"), ("console", "console")):
        probe = cast("dict[str, object]", services[name]["healthcheck"])
        assert probe["test"] == ["CMD", "coach", "health", of]


def test_a_bot_is_given_longer_to_end_than_it_takes(services: dict[str, Service]) -> None:
    from bot.compose_slack import options_of  # noqa: PLC0415 - costs a second, and only here

    slowest = options_of(Settings(llm="openai:any")).drain
    assert seconds(services["bot"]["stop_grace_period"]) >= 2 * slowest + 5, "listeners first, then turns and letters"


@pytest.mark.parametrize("name", ["bot", "console"])
def test_several_run_and_each_has_its_bounds(services: dict[str, Service], name: str) -> None:
    deploy = cast("dict[str, object]", services[name]["deploy"])
    assert int(_FILLED.sub(r"\2", str(deploy["replicas"]))) >= 2
    assert set(cast("dict[str, dict[str, str]]", deploy["resources"])["limits"]) == {"cpus", "memory"}
    assert services[name]["restart"] == "unless-stopped"


def test_no_secret_stands_in_the_file_and_each_that_is_used_is_named(whole: dict[str, dict[str, Service]]) -> None:
    text = (ROOT / "compose.yaml").read_text(encoding="utf-8")
    assert not re.search(r"xox[bp]-|xapp-|://[^/@\s]+:[^/@\s]+@", text), "a token, or a password in an address"
    used = {secret for one in whole["services"].values() for secret in cast("list[str]", one.get("secrets", []))}
    assert used == set(whole["secrets"])
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert {"/.env", "/secrets/"} <= set(ignored)


def test_the_chroma_server_is_the_version_of_the_client_that_the_image_carries(services: dict[str, Service]) -> None:
    pins = (ROOT / "requirements-image.lock").read_text(encoding="utf-8").splitlines()
    client = next(line.removeprefix("chromadb==") for line in pins if line.startswith("chromadb=="))
    assert services["chroma"]["image"] == f"chromadb/chroma:{client}"


def test_the_ports_are_those_of_the_image(services: dict[str, Service]) -> None:
    last = dockerfile.read(ROOT / "Dockerfile").stages[-1]
    exposed = next(step.words() for step in last.steps if step.name == "EXPOSE")
    shown = [port for name in ("bot", "console") for port in cast("list[str]", services[name]["expose"])]
    assert shown == exposed == [str(Settings().port), str(Settings().console_port)]


def test_everything_that_is_mounted_is_declared(whole: dict[str, dict[str, Service]]) -> None:
    mounted = {
        str(one).partition(":")[0]
        for service in whole["services"].values()
        for one in cast("list[str]", service.get("volumes", []))
    }
    named = {one for one in mounted if not one.startswith(("/", "${"))}
    assert named == set(whole["volumes"])
    assert "/data" in mounted, "each bot has its own copy of the index"
