"""Marks as they are read, the head with its levels, and the level that each gist gets."""

from pathlib import Path

import numpy as np
import pytest

from bot.adapters.gists import GistHead, read_marked
from bot.adapters.heads import Linear
from bot.errors import CoachError

HEAD = GistHead(
    ("quiet", "torn", "rare"),
    Linear(np.asarray([[4.0, 0.0], [0.0, 4.0], [9.0, 9.0]], dtype=np.float32), np.zeros(3, dtype=np.float32)),
    {"quiet": 0.95, "torn": 0.9, "rare": 2.0},
    {"quiet": 0.6, "torn": 0.6, "rare": 2.0},
)


def found(*vector: float) -> list[tuple[str, bool]]:
    return [(one.id, one.sure) for one in HEAD.found(np.asarray(vector, dtype=np.float32))]


def test_only_what_reaches_its_own_level_is_found_and_is_sure_from_a_higher_one() -> None:
    assert found(1.0, 0.05) == [("quiet", True)]
    assert found(0.5, 0.2) == [("quiet", False), ("torn", False)]


def test_what_is_sure_comes_first_then_what_is_surer() -> None:
    assert found(0.6, 0.58) == [("torn", True), ("quiet", False)]
    assert found(0.2, 0.3) == [("torn", False), ("quiet", False)]


def test_a_head_that_was_saved_reads_the_same(tmp_path: Path) -> None:
    HEAD.save(tmp_path)
    again = GistHead.load(tmp_path)
    vector = np.asarray([0.5, 1.0], dtype=np.float32)
    assert again.found(vector) == HEAD.found(vector)
    assert (again.say_at, again.ask_at) == (HEAD.say_at, HEAD.ask_at)


def test_weights_that_are_missing_are_named_with_what_mends_them(tmp_path: Path) -> None:
    with pytest.raises(CoachError, match="train-listening"):
        GistHead.load(tmp_path)


def test_a_mark_of_an_unknown_gist_is_named_by_file_and_line(tmp_path: Path) -> None:
    line = '{"id": "k1", "hand": "a", "asked": "", "text": "t", "gists": ["%s"]}\n'
    (tmp_path / "a.jsonl").write_text(line % "quiet" + "\n" + line % "loud", encoding="utf-8")
    with pytest.raises(CoachError, match=r"a\.jsonl, line 3: no gist is called loud"):
        read_marked(tmp_path, ("quiet", "torn"))
    assert len(read_marked(tmp_path, ("quiet", "loud"))) == 2


def test_a_line_that_is_no_mark_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"id": "k1"}\n', encoding="utf-8")
    with pytest.raises(CoachError, match=r"a\.jsonl, line 1"):
        read_marked(tmp_path, ("quiet",))
