"""Reading and replaying: what is not understood fails, what a step does stays in its folder, what breaks is named."""

import sys
from pathlib import Path

import pytest

from tests.image.context import goes
from tests.image.dockerfile import DockerfileError, read
from tests.image.machine import Machine
from tests.image.replay import Built, StepError, replay


def dockerfile(folder: Path, text: str) -> Path:
    file = folder / "Dockerfile"
    file.write_text(text, encoding="utf-8")
    return file


def built(folder: Path, text: str, **arguments: str) -> Built:
    scratch = folder / "scratch"
    scratch.mkdir()
    machine = Machine(scratch, Path(sys.executable), {"PIP_SAID": "secret"}, arguments)
    return replay(read(dockerfile(folder, text)), folder, machine)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("FROM scratch\nADD a b\n", "line 2: ADD is not understood"),
        ("FROM scratch\nrun true\n", "line 2: run is not understood"),
        ("FROM scratch\nCOPY --link a b\n", "line 2"),
        ("FROM scratch\nCOPY --chmod=1 a b\n", "line 2: --chmod of COPY"),
        ("FROM scratch\nRUN true \\\n", "line 2: the instruction does not end"),
        ("FROM scratch\nRUN true && \\\n# why\n true\n", "line 3: an empty line or a comment"),
        ("RUN true\n", "line 1: RUN before the first FROM"),
        ("FROM ${NOWHERE}\n", "line 1: nothing is called NOWHERE"),
        ("# nothing\n", "there is no FROM"),
    ],
)
def test_what_is_not_understood_is_an_error_that_names_the_line(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(DockerfileError, match=told):
        read(dockerfile(tmp_path, text))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("FROM debian\n", "FROM debian"),
        ("FROM scratch\nRUN cat /etc/passwd\n", "/etc lies outside"),
        ("FROM scratch\nRUN --mount=type=cache,target=/build true\n", "--mount=type=cache"),
        ("FROM scratch\nCOPY --from=elsewhere /opt/a /opt/a\n", "elsewhere"),
        ("FROM scratch\nCOPY --chown=1:1 a b\n", "chown"),
    ],
)
def test_what_cannot_be_replayed_is_an_error(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(DockerfileError, match=told):
        built(tmp_path, text)


def test_a_step_that_fails_is_named_with_what_it_said(tmp_path: Path) -> None:
    with pytest.raises(StepError, match=r"line 2: RUN ended with 3: it broke"):
        built(tmp_path, "FROM scratch\nRUN echo it broke; exit 3\n")


def test_what_dockerignore_keeps_out_cannot_be_copied(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("s", encoding="utf-8")
    (tmp_path / ".dockerignore").write_text("*\n!app\n", encoding="utf-8")
    with pytest.raises(StepError, match="COPY secret"):
        built(tmp_path, "FROM scratch\nCOPY secret ./\n")


@pytest.mark.parametrize(
    ("path", "kept"),
    [("app/a.py", True), ("app", True), ("other", False), ("app/__pycache__/a.pyc", False), ("app/x/a.pyc", False)],
)
def test_the_last_line_of_dockerignore_that_fits_decides(path: str, kept: bool) -> None:
    assert goes(Path(path), ["*", "!app", "**/__pycache__", "**/*.pyc"]) is kept


def test_stages_are_folders_of_their_own_and_hand_on_only_what_is_copied(tmp_path: Path) -> None:
    (tmp_path / "app").mkdir()
    (tmp_path / "app" / "a").write_text("a", encoding="utf-8")
    text = (
        "ARG WHERE=scratch\nFROM ${WHERE} AS first\nARG MADE=x\nWORKDIR /build\nCOPY app ./\n"
        "RUN mkdir -p /opt/one && cp a /opt/one/$MADE && touch left\n"
        "FROM scratch\nCOPY --from=first /opt/one /opt/two\nENV PATH=/opt/two:/usr/bin:/bin KEPT=sqlite:////data/x.db\n"
        'RUN test "$KEPT" && mkdir /data\nUSER 5:5\nENTRYPOINT ["a", "b"]\n'
    )
    done = built(tmp_path, text, MADE="y")
    assert [one.name for one in (done.root / "opt" / "two").iterdir()] == ["y"]
    assert not (done.root / "build").exists()
    assert done.environment["KEPT"] == f"sqlite:///{done.root}/data/x.db"
    assert (done.user, done.entrypoint) == ("5:5", ["a", "b"])
    assert sorted(one.name for one in done.root.iterdir()) == ["data", "opt", "tmp"]


def test_a_step_sees_nothing_of_this_machines_environment_and_pips_settings_only_where_it_asks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COACH_DATA", "elsewhere")
    mount = "--mount=type=secret,id=pip,target=/etc/pip.conf"
    done = built(tmp_path, f"FROM scratch\nRUN env > plain\nRUN {mount} env > asked\n")
    plain, asked = ((done.root / name).read_text(encoding="utf-8") for name in ("plain", "asked"))
    assert "COACH_DATA" not in plain + asked
    assert "PIP_SAID" not in plain
    assert "PIP_SAID=secret" in asked
