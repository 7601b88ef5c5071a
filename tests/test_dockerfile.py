"""The Dockerfile's steps, replayed without Docker, and the image that comes of them: small, read only, and at work.

It takes minutes: packages are installed as for an image, and the encoder is exported anew.
"""

import json
import re
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from importlib.metadata import distributions
from pathlib import Path

import pytest
from packaging.utils import canonicalize_name

from tests.checkout import ROOT
from tests.fakeslack import known
from tests.fakeslack.client import FakeSlack
from tests.image.dockerfile import Dockerfile, read
from tests.image.machine import Machine, machine, torch_for_gpus
from tests.image.replay import StepError, base_of, replay
from tests.image.running import Image, free_port, status

LARGEST = 900_000_000
"""Bytes of what we put on the base image."""
HANDOVER = "our handover is chaos, the night reg leaves before anybody has the list"
SLACK = {"COACH_SLACK_BOT_TOKEN": known.BOT_TOKEN, "COACH_SLACK_APP_TOKEN": known.APP_TOKEN}
PARTS = ("/opt/coach/packages", "/opt/coach/app", "/opt/coach/made")


@pytest.fixture(scope="module")
def image() -> Iterator[Image]:
    file = read(ROOT / "Dockerfile")
    version = file.stages[-1].base.removeprefix("python:").removesuffix("-slim")
    with tempfile.TemporaryDirectory(prefix="coach-image-") as name:
        scratch = Path(name)
        scratch.chmod(0o755)
        here = machine(scratch, version)
        if here is None:
            pytest.skip(f"there is no Python {version} here, as the image has")
        if torch_for_gpus():
            pytest.skip("PyTorch would come with gigabytes of GPU packages: set TORCH_INDEX (README.md)")
        if not here.packages_can_be_had("tzdata"):
            pytest.skip("pip finds no packages here")
        yield Image(replay(file, ROOT, here))


def test_a_step_of_this_file_that_breaks_is_named(tmp_path: Path) -> None:
    text = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    broken = tmp_path / "Dockerfile"
    broken.write_text(text.replace("pip install --no-deps", "pip install --no-such-thing", 1), encoding="utf-8")
    here = Machine(tmp_path, Path(sys.executable))
    file = read(broken)
    with pytest.raises(StepError, match=r"(?s)line \d+: RUN ended with 2: .*no such option: --no-such-thing"):
        replay(Dockerfile({}, (file.stages[0], replace(file.stages[1], base=base_of(here)))), ROOT, here)


def test_it_carries_the_packages_of_its_lock_and_none_that_trains_tests_or_installs(image: Image) -> None:
    found = {canonicalize_name(one.name): one.version for one in distributions(path=[str(image.path(PARTS[0]))])}
    pins = (ROOT / "requirements-image.lock").read_text(encoding="utf-8").splitlines()
    assert found == dict(line.split("==") for line in pins if "==" in line)
    assert not {"torch", "transformers", "sentence-transformers", "pytest", "pip", "setuptools"} & set(found)


def test_it_is_small(image: Image) -> None:
    sizes = {part: image.size(part) for part in PARTS}
    assert sum(sizes.values()) < LARGEST, sizes


def test_it_holds_nothing_of_the_build_no_test_and_no_secret(image: Image) -> None:
    assert sorted(one.name for one in image.built.root.iterdir()) == ["data", "opt", "tmp"]
    assert sorted(one.name for one in image.path("/opt/coach").iterdir()) == ["app", "made", "packages"]
    assert {one.name for one in image.path("/opt/coach/app").iterdir() if "." not in one.name} == {
        *("bin", "bot", "evals", "knowledge", "prompts")
    }
    assert not [*image.path("/opt/coach/made").rglob("key"), *image.path("/opt/coach/made").rglob("*.db")]


def test_it_runs_as_nobody_in_particular_and_is_probed_without_curl(image: Image) -> None:
    assert re.fullmatch(r"[1-9]\d{4}:[1-9]\d{4}", image.built.user)
    assert image.built.entrypoint == ["coach"]
    assert image.built.command == ["slack"]
    assert image.built.health == ["coach", "health"]
    assert image.built.stop_signal == "SIGTERM"


def test_all_is_in_place_and_the_doctor_says_so(image: Image) -> None:
    done = image.coach("doctor", "--json")
    missing = [one for one in json.loads(done.stdout) if one["state"] == "missing"]
    assert not [one for one in missing if "review date" not in one["what"]], done.stdout
    assert done.returncode == (1 if missing else 0)


def test_no_data_folder_is_needed_where_nothing_is_kept_in_it(image: Image) -> None:
    own = {"COACH_DATA": str(image.path("/opt/nowhere")), "COACH_DATABASE": f"sqlite:///{image.data}/apart.db"}
    done = image.coach("doctor", "--json", settings=own | {"COACH_KEY_FILE": str(image.data / "apart.key")})
    assert "read only: what is kept lies elsewhere" in done.stdout
    assert "cannot be written" in image.coach("doctor", settings={"COACH_DATA": own["COACH_DATA"]}).stdout


def test_what_is_not_in_it_is_said_in_one_line(image: Image) -> None:
    done = image.coach("playbooks", "train")
    assert done.returncode == 2
    assert re.fullmatch(r"coach: this needs the package \w+, which is not part of this installation\n", done.stderr)


def test_a_conversation_is_held_and_nothing_is_written_outside_the_data_folder(image: Image) -> None:
    before = image.state()
    lines = "".join(
        f"{json.dumps({'conversation': 'c', 'user': 'u', 'text': text})}\n" for text in (HANDOVER, "the surgeons")
    )
    done = image.coach("chat", "--json", given=lines)
    assert done.returncode == 0, done.stderr
    replies = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(replies) == 2
    assert "night reg" in str(replies[0])
    talked = image.coach("chat", given=f"{HANDOVER}\n/quit\n")
    assert talked.returncode == 0, talked.stderr
    assert (image.data / "coach.db").is_file()
    assert image.state() == before


def test_source_texts_are_read_without_what_trained_the_encoder(image: Image) -> None:
    texts = image.data / "texts"
    texts.mkdir(exist_ok=True)
    body = "# On lists\n\n" + "A list that the whole team writes is a list that the whole team reads at night.\n\n" * 3
    (texts / "lists.md").write_text(body, encoding="utf-8")
    own = {"COACH_SOURCES": str(texts), "COACH_DATA": str(image.data / "with-texts")}
    done = image.coach("ingest", settings=own)
    assert done.returncode == 0, done.stderr
    assert "with their source texts" in image.coach("sources", settings=own).stdout
    assert "with their source texts" not in image.coach("sources").stdout


def test_the_larger_store_the_database_and_the_chat_models_can_be_reached_from_it(image: Image) -> None:
    code = "import chromadb, langchain_openai, psycopg; chromadb.EphemeralClient().create_collection('one')"
    done = image.run(["python", "-c", code], {"ANONYMIZED_TELEMETRY": "False"})
    assert done.returncode == 0, done.stderr


def test_in_slack_it_gets_ready_answers_its_probe_and_ends_in_order(image: Image) -> None:
    port = free_port()
    with FakeSlack.start(mode="socket") as slack:
        own = {**SLACK, "COACH_SLACK_API": slack.api_url, "COACH_PORT": str(port), "COACH_HOST": "127.0.0.1"}
        assert image.coach("health", settings=own).returncode == 1
        with image.serving(image.built.command, own) as coach:
            assert coach.ready_at(port), coach.said()
            assert status(f"http://127.0.0.1:{port}/metrics") == 200
            probe = image.run(image.built.health, own)
            assert (probe.returncode, json.loads(probe.stdout)["ready"]) == (0, True)
            doctor = slack.add_user("Priya")
            slack.say(doctor, HANDOVER)
            assert slack.until(lambda: len(slack.replies(doctor)) == 1, 60)
            assert coach.end() == 0, coach.said()


def test_the_console_gets_ready_answers_its_probe_and_ends_in_order(image: Image) -> None:
    port = free_port()
    own = {"COACH_CONSOLE_URL": "https://coach.example.org", "COACH_CONSOLE_PORT": str(port)}
    own |= {"COACH_DATABASE": f"sqlite:///{image.data}/console.db", "COACH_CONSOLE_HOST": "127.0.0.1"}
    with image.serving(["console"], own) as console:
        assert console.ready_at(port), console.said()
        assert image.coach("health", "console", settings=own).returncode == 0
        assert console.end() == 0, console.said()
