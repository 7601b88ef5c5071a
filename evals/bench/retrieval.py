"""Ranking, abstaining and speed on graded queries, beside LangChain's stock path over the same texts."""

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.compose import House
from evals.bench.index_build import FILES, NO_SOURCES, plain_texts, stock_path
from evals.bench.outcome import Inputs, Measured, Outcome, Query, Row, Skipped
from evals.bench.scoring import ndcg
from evals.bench.timing import Clock, in_ms, in_turns, now, p50_of_pairs, ratios, seconds, spread
from knowledge.index import index_folder

DEPTH = 5


@dataclass(frozen=True, slots=True)
class Found:
    """What a search gives: passages, best first, and whether it says that the sources do not say."""

    passages: tuple[str, ...]
    abstains: bool = False


Search = Callable[[str], Found]


def measure(inputs: Inputs) -> Outcome:
    """Our search as `coach search` runs it, the models' reading of the query included, and the stock path's."""
    if not inputs.queries:
        return Skipped("no graded queries were given (--queries FILE)")
    if inputs.sources is None or not any(inputs.sources.glob(FILES)):
        return Skipped(NO_SOURCES)
    house = House(inputs.settings)
    root = inputs.settings.data / index_folder.INDEX
    if not index_folder.read_manifest(root / index_folder.current_version(root)).passages:
        return Skipped("the index in use holds the cards alone; run: coach ingest")
    inputs.say("retrieval: building the stock path's index")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
        texts = plain_texts(inputs.sources, Path(scratch) / "texts")
        stock = stock_path(inputs).build(texts, Path(scratch) / "stock")
        return Measured(
            rows_of(_ours(house), lambda query: Found(tuple(stock.search(query, DEPTH))), inputs.queries, inputs.rounds)
        )


def rows_of(ours: Search, stock: Search, queries: Sequence[Query], rounds: int, clock: Clock = now) -> tuple[Row, ...]:
    """How well both rank, how often ours abstains rightly and wrongly, and how long both take."""
    found = {query.id: ours(query.query) for query in queries}
    return (
        *_ranking(found, {query.id: stock(query.query) for query in queries}, queries),
        *_abstaining(found, queries),
        _speed(ours, stock, queries, rounds, clock),
    )


def _ranking(found: dict[str, Found], beside: dict[str, Found], queries: Sequence[Query]) -> tuple[Row, ...]:
    answerable = [query for query in queries if query.answers]
    if not answerable:
        return ()
    own = mean([ndcg(query.answers, found[query.id].passages, DEPTH) for query in answerable])
    other = mean([ndcg(query.answers, beside[query.id].passages, DEPTH) for query in answerable])
    detail = f"{len(answerable)} queries; ours {own:.3f}, stock path {other:.3f}"
    return (Row(f"nDCG@{DEPTH} / stock path (more is better)", spread([own / max(other, 1e-9)]), detail),)


def _abstaining(found: dict[str, Found], queries: Sequence[Query]) -> tuple[Row, ...]:
    rows: list[Row] = []
    for what, wanted in (("without an answer: rightly abstains", False), ("with an answer: wrongly abstains", True)):
        abstained = [found[query.id].abstains for query in queries if bool(query.answers) is wanted]
        if abstained:
            detail = f"{sum(abstained)} of {len(abstained)} queries; the stock path never abstains"
            rows.append(Row(what, spread([sum(abstained) / len(abstained)]), detail, unit="share"))
    return tuple(rows)


def _speed(ours: Search, stock: Search, queries: Sequence[Query], rounds: int, clock: Clock) -> Row:
    pairs = [
        p50_of_pairs(
            [
                in_turns(
                    place,
                    lambda text=query.query: seconds(lambda: ours(text), clock),  # type: ignore[misc]  # bound default
                    lambda text=query.query: seconds(lambda: stock(text), clock),  # type: ignore[misc]  # bound default
                )
                for place, query in enumerate(queries)
            ]
        )
        for _ in range(rounds)
    ]
    detail = f"p50 of {len(queries)} queries: {in_ms(pairs)}; ours reads the query with both models"
    return Row("a search / stock path", ratios(pairs), detail)


def _ours(house: House) -> Search:
    choices = house.compiled[0].choices

    def search(query: str) -> Found:
        labels = house.reader.read(query).labels
        prior = {name: value for name, value in labels.items() if name in choices}
        result = house.searcher.search(query, k=DEPTH, situation_prior=prior)
        return Found(tuple(hit.text for hit in result.hits), result.abstain)

    return search


def mean(values: Sequence[float]) -> float:
    """The mean of at least one value."""
    return sum(values) / len(values)
