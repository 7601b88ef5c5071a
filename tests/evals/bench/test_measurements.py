"""Each measurement on tiny inputs with fakes: that it computes its ratio right, and in turns. Nothing is timed."""

import sys
from pathlib import Path

import pytest

from evals.bench import cold_start, guided_turn, index_build, memory, retrieval, search_scale
from evals.bench.index_build import Built
from evals.bench.larger import SpreadEncoder, enlarged
from evals.bench.outcome import Answer, BenchError, Query
from evals.bench.processes import peak_mb, run, started
from evals.bench.retrieval import Found
from evals.bench.search_scale import Sized
from knowledge.index.build import build_index
from knowledge.index.duplicates import duplicate_groups
from knowledge.search.searcher import Searcher
from tests.evals.bench.small import TEXTS, Work, inputs
from tests.knowledge.small_library import WordEncoder, small_library

ANSWERS = """
import sys
for line in sys.stdin:
    print('{"text": "go on"}', flush=True)
"""


class FakeTalker:
    """Takes six seconds a turn, one of them for saving, and two seconds a call of the encoder."""

    def __init__(self, work: Work) -> None:
        self.turns: dict[str, list[str]] = {}
        self._work = work

    def reply(self, conversation: str, text: str) -> float:
        self._work.time += 6
        self.turns.setdefault(conversation, []).append(text)
        return 5000.0

    def encode(self, text: str) -> object:
        self._work.time += 2
        return text


def test_a_turn_is_a_multiple_of_one_encoder_call() -> None:
    work = Work()
    first, third = guided_turn.rows_of(FakeTalker(work), TEXTS, 2, work)
    assert first.value.median == third.value.median == 3.0
    assert first.value.rounds == 2
    assert first.met is False
    assert "before the state is saved 5000.00 ms" in first.detail


def test_the_third_turn_follows_two_others_in_a_conversation_of_its_own() -> None:
    work = Work()
    talker = FakeTalker(work)
    guided_turn.rows_of(talker, TEXTS, 1, work)
    lengths = sorted(len(turns) for turns in talker.turns.values())
    assert lengths == [1, 1, 1, 3, 3, 3]
    assert sorted(turns[-1] for turns in talker.turns.values() if len(turns) == 3) == sorted(TEXTS)


def test_a_cold_start_is_a_share_of_the_import() -> None:
    work = Work()
    ours, import_ = work.takes("ours", 1), work.takes("import", 4)
    (row,) = cold_start.rows_of(lambda: ours(None), lambda: import_(None), 3, work)
    assert row.value.median == 0.25
    assert row.met is True
    assert work.done == ["ours", "import", "import", "ours", "ours", "import"]


def test_a_build_is_compared_in_total_by_passage_and_by_vector(tmp_path: Path) -> None:
    work = Work()

    def ours(_: Path) -> Built:
        work.time += 12
        return Built(passages=4, vectors=12)

    def theirs(_: Path) -> Built:
        work.time += 6
        return Built(passages=1, vectors=1)

    total, passage, vector = index_build.rows_of(ours, theirs, inputs(tmp_path), tmp_path, work)
    assert (total.value.median, passage.value.median) == (2.0, 0.5)
    assert vector.value.median == pytest.approx(1 / 6)


def test_retrieval_is_scored_and_timed_beside_the_stock_path() -> None:
    work = Work()
    quote = "a bold target can spur a team when it is believed"
    queries = (
        Query(id="1", query="targets?", answers=(Answer(quote=quote, grade=2),)),
        Query(id="2", query="parking?"),
    )

    def ours(query: str) -> Found:
        work.time += 3
        return Found((f"Well, {quote}.",), abstains="parking" in query)

    def stock(_: str) -> Found:
        work.time += 2
        return Found(("something else altogether", quote))

    rows = {row.what: row for row in retrieval.rows_of(ours, stock, queries, 1, work)}
    assert rows["nDCG@5 / stock path (more is better)"].value.median == pytest.approx(1.585, abs=0.001)
    assert rows["without an answer: rightly abstains"].value.median == 1.0
    assert rows["with an answer: wrongly abstains"].value.median == 0.0
    assert rows["a search / stock path"].value.median == 1.5


def test_a_search_in_a_larger_library_is_a_multiple_of_the_smallest() -> None:
    work = Work()
    sized = {size: Sized(work.takes(f"{size}", size), work.takes(f"{size}", size + 8)) for size in (1, 10)}
    without, with_encoder = search_scale.rows_of(sized, TEXTS, 2, work)
    assert without.value.median == 10.0
    assert with_encoder.value.median == 2.0
    assert work.done[6:10] == ["1", "10", "10", "1"]


def test_made_up_passages_are_found_and_hardly_repeat_each_other(tmp_path: Path) -> None:
    library = enlarged(small_library(), 30)
    assert library == enlarged(small_library(), 30)
    made = [passage.text for passage in library.passages[-30:]]
    assert len(set(duplicate_groups(made))) > 25
    encoder = WordEncoder()
    spread = SpreadEncoder(encoder, library, lambda _: None)
    build_index(tmp_path, library, spread)
    with_made = Searcher(tmp_path, encoder)
    assert any(hit.doc == "made-up" for hit in with_made.search(made[0], k=5).hits)


def test_memory_is_told_in_megabytes_and_as_a_share() -> None:
    megabytes, share = memory.rows_of(lambda: 150.0, lambda: 600.0, 9)
    assert (megabytes.value.median, megabytes.met, megabytes.value.rounds) == (150.0, True, 3)
    assert share.value.median == 0.25


def test_the_peak_is_read_of_a_process_that_has_answered() -> None:
    assert memory.coach_peak((sys.executable, "-c", ANSWERS), TEXTS) > 1
    assert memory.model_peak((sys.executable, "-c", "print('{}', flush=True); input()")) > 1


def test_the_peak_is_the_high_water_mark(tmp_path: Path) -> None:
    (tmp_path / "7").mkdir()
    status = tmp_path / "7" / "status"
    status.write_text("VmPeak:\t9000 kB\nVmHWM:\t  1000 kB\nVmRSS:\t10 kB\n", encoding="utf-8")
    assert peak_mb(7, tmp_path) == 1.024
    status.write_text("State:\tZ (zombie)\n", encoding="utf-8")
    with pytest.raises(BenchError, match="has ended"):
        peak_mb(7, tmp_path)


def test_an_answer_that_is_an_error_is_no_figure() -> None:
    program = 'input(); print(\'{"error": {"message": "no model"}}\', flush=True)'
    with started((sys.executable, "-c", program)) as coach, pytest.raises(BenchError, match="no model"):
        coach.ask("one", "hello")


def test_a_process_that_ends_says_why() -> None:
    program = "import sys; sys.exit('run: coach setup')"
    with started((sys.executable, "-c", program)) as coach, pytest.raises(BenchError, match="run: coach setup"):
        coach.hear()
    with pytest.raises(BenchError, match="yardstick failed: no such thing"):
        run((sys.executable, "-c", "import sys; sys.exit('no such thing')"))
