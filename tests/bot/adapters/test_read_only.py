"""A data folder that cannot be written, as in an image: everything is read from it, and nothing is asked of it."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from bot.adapters import words
from bot.adapters.reader import load_facets
from bot.settings import Settings
from knowledge.encoder.embedding import OnnxEncoder, Vectors
from tests.bot.small_world import BINS, playbook


class Counted(OnnxEncoder):
    """An encoder without a model, which counts how often it is asked."""

    def __init__(self) -> None:
        self.asked = 0

    @property
    def fingerprint(self) -> str:
        return "counted"

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.asked += 1
        return np.ones((len(texts), 2), dtype=np.float32)


def as_a_file(folder: Path) -> Path:
    """A path below a file: whoever may write anywhere, root too, cannot write there."""
    folder.write_text("", encoding="utf-8")
    return folder / "data"


def test_words_are_compiled_where_they_cannot_be_kept(tmp_path: Path) -> None:
    compiled, books = words.load(as_a_file(tmp_path / "file"))
    assert compiled.digest == words.digest()
    assert len(books) == len(words.playbook_files())


def test_words_that_are_out_of_date_are_compiled_anew_and_kept_where_they_can(tmp_path: Path) -> None:
    (tmp_path / "words.json").write_text('{"words": {"digest": "old"}, "books": {}}', encoding="utf-8")
    words.load(tmp_path)
    assert words.digest() in (tmp_path / "words.json").read_text(encoding="utf-8")


def test_facets_are_made_each_time_where_they_cannot_be_kept_and_once_where_they_can(tmp_path: Path) -> None:
    books, encoder = {BINS: playbook(BINS)}, Counted()
    for _ in range(2):
        assert set(load_facets(as_a_file(tmp_path / "file"), "digest", books, encoder)) == {BINS}
    assert encoder.asked == 2 * len(books[BINS].facets)
    (tmp_path / "facets-stale.npz").write_bytes(b"")
    for _ in range(2):
        assert load_facets(tmp_path, "digest", books, encoder)[BINS].shape == (len(books[BINS].facets), 2)
    assert encoder.asked == 3 * len(books[BINS].facets)
    assert len([*tmp_path.glob("facets-*")]) == 1


def test_what_set_up_made_elsewhere_is_read_and_an_index_of_its_own_comes_first(tmp_path: Path) -> None:
    made, data = tmp_path / "made", tmp_path / "data"
    made.mkdir()
    plain, carried = Settings(data=data), Settings(data=data, made=made)
    assert (plain.ready, carried.ready) == (data, made)
    assert (plain.index, carried.index) == (data / "index", made / "index")
    (data / "index").mkdir(parents=True)
    assert carried.index == data / "index"
