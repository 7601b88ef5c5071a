"""Published indexes: none goes while somebody needs it, and no name of a file leads out of the folder."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.adapters.shared_index import SharedIndex
from bot.adapters.store.published import File, SqlPublished, Version, point_at
from bot.adapters.store.writer import Writer
from bot.errors import CoachError
from knowledge.index.vector_index import VectorSettings
from tests.bot.adapters.store.databases import KINDS, address, opened

AT = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)


@pytest.fixture(params=KINDS)
def writer(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Writer]:
    with address(request.param, tmp_path) as url, opened(url) as engine:
        made = Writer(engine)
        yield made
        made.close()


def version(name: str, file: str = "") -> Version:
    return Version(name, "words", {file or f"{name}/f": File(1, "x", 1)})


def publish(kept: SqlPublished, name: str, file: str = "") -> None:
    new = version(name, file)
    kept.publish(new, lambda: [(one, 0, b"x") for one in new.files], AT)


def test_one_that_is_published_again_while_it_is_pruned_stays_here_and_elsewhere(writer: Writer) -> None:
    kept, dropped = SqlPublished(writer), list[str]()
    for name in ("v0", "v1", "v2"):
        publish(kept, name)
    assert kept.not_needed(AT) == ("v0",)
    publish(kept, "v0")
    assert not kept.prune("v0", lambda: dropped.append("v0"), AT)
    assert (kept.current(), kept.version("v0"), dropped) == ("v0", version("v0"), [])
    assert kept.not_needed(AT) == ("v1",)
    assert kept.prune("v1", lambda: dropped.append("v1"), AT)
    assert (kept.version("v1"), dropped) == (None, ["v1"])


def test_what_fails_elsewhere_leaves_the_version(writer: Writer) -> None:
    def fails() -> None:
        raise ConnectionError

    kept = SqlPublished(writer)
    for name in ("v0", "v1", "v2"):
        publish(kept, name)
    with pytest.raises(ConnectionError):
        kept.prune("v0", fails, AT)
    with pytest.raises(ConnectionError):
        kept.publish(version("v3"), list, AT, fails)
    assert (kept.current(), kept.version("v0")) == ("v2", version("v0"))


def test_what_is_not_kept_cannot_be_the_one_to_be_read(writer: Writer) -> None:
    publish(SqlPublished(writer), "v0")
    with pytest.raises(CoachError, match="not kept"):
        writer.submit(lambda connection: point_at(connection, "v1")).result()
    assert SqlPublished(writer).current() == "v0"


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("v1", "../../pwned"),
        ("v1", "v1/../../pwned"),
        ("v1", "/pwned"),
        ("v1", "v1\\..\\pwned"),
        ("v1", "current"),
        ("v1", "v2/index.json"),
        ("v1", "v1//index.json"),
        ("..", "../pwned"),
        ("/pwned", "/pwned/f"),
        ("a/b", "a/b/f"),
        ("", "cards-x"),
    ],
)
def test_no_file_is_written_outside_its_folder(writer: Writer, tmp_path: Path, name: str, file: str) -> None:
    kept, root = SqlPublished(writer), tmp_path / "in" / "index"
    root.mkdir(parents=True)
    publish(kept, name, file)
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(CoachError, match="outside its folder"):
        kept.version(name)
    with pytest.raises(CoachError, match="outside its folder"):
        SharedIndex(writer, root, VectorSettings())._fetch(version(name, file))
    assert [one for one in sorted(tmp_path.rglob("*")) if ".sqlite" not in one.name and one not in before] == []


def test_files_in_folders_of_a_version_and_its_cards_are_no_trouble() -> None:
    files = {name: File(1, "x", 1) for name in ("v1/index.json", "v1/deep/er.npy", "cards-v1.json", "cards-v1/a")}
    assert Version("v1", "words", files).checked().files == files
