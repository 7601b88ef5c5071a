"""What is known about a query once it has been searched for: the features that tell whether the sources answer it."""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from knowledge.index.units import UnitKind
from knowledge.index.vector_index import Vectors
from knowledge.index.words import content_words
from knowledge.search.evidence import Evidence, SearchedIndex
from knowledge.search.fusion import Signal
from knowledge.search.question_shape import HAS_DIGIT, Shape, shape_of
from knowledge.texts.sentences import sentence_starts

LOOKED_AT = 5  # best targets whose text is read
CARDS_OF = 3  # best targets whose cards' lines are read
TOGETHER = 4  # lines that may explain a query together
RUNNER_UP = 10  # the line that the nearest is compared with
RIDGE = 0.1

Rows = NDArray[np.intp]


def features_of(index: SearchedIndex, query: str, evidence: Evidence, rows: Sequence[int]) -> dict[str, float]:
    """What is known about a query once it has been searched for; `rows` are its best targets."""
    shape = shape_of(query)
    rows = list(rows)[:LOOKED_AT]
    features = _nearness(evidence) | _coverage(index, shape, rows) | _wording(index, shape, rows)
    features |= _explained(index, evidence, rows)
    question, own = features["question"], features["own"]
    features["own_question"] = own * question
    features["scene"] = features["near_when"] * (1.0 - question)
    features["asks_question"] = features["near_asks"] * question
    features["words_question"] = features["best_all"] * question
    return features


def _nearness(evidence: Evidence) -> dict[str, float]:
    """How near the nearest line of each kind is, and whether one stands out."""
    features: dict[str, float] = {}
    for kind, cosines in evidence.cosines.items():
        best = float(cosines.max(initial=-1.0))
        features[f"near_{kind}"] = best
        if kind in {UnitKind.ASKS, UnitKind.SENTENCE}:
            tenth = len(cosines) - min(RUNNER_UP, len(cosines))
            features[f"margin_{kind}"] = best - float(np.partition(cosines, tenth)[tenth]) if len(cosines) else 0.0
    features["words_score"] = math.log1p(float(evidence.signals[Signal.ALL_WORDS].max(initial=0.0)))
    return features


def _explained(index: SearchedIndex, evidence: Evidence, rows: Sequence[int]) -> dict[str, float]:
    """How much of the query's meaning a few of the nearest sentences, and lines of cards, make up together."""
    sentences = _vectors(index, UnitKind.SENTENCE, [index.units_of_target(UnitKind.SENTENCE, row) for row in rows])
    cards = dict.fromkeys(card for row in rows[:CARDS_OF] for card in index.targets[row].cards)
    lines = np.concatenate([_card_vectors(index, kind, list(cards)) for kind in (UnitKind.ASKS, UnitKind.SAYS)])
    return {
        "explained_by_sentences": _share(evidence.vector, sentences),
        "explained_by_cards": _share(evidence.vector, lines if len(lines) else sentences[:1]),
        "explained": _share(evidence.vector, np.concatenate([sentences, lines])),
    }


def _card_vectors(index: SearchedIndex, kind: UnitKind, cards: Sequence[str]) -> Vectors:
    return _vectors(index, kind, [index.units_of_card(kind, card) for card in cards])


def _vectors(index: SearchedIndex, kind: UnitKind, rows: Sequence[Rows]) -> Vectors:
    return index.unit_vectors(kind, np.concatenate([*rows, np.empty(0, dtype=np.intp)]))


def _share(vector: Vectors, lines: Vectors) -> float:
    """Length of the query's projection onto the span of the nearest lines, with a ridge against chance fits."""
    if not len(lines):
        return 0.0
    cosines = lines @ vector
    nearest = np.argsort(-cosines)[:TOGETHER]
    lines, cosines = lines[nearest], cosines[nearest]
    gram = lines @ lines.T + RIDGE * np.eye(len(lines), dtype=np.float32)
    return math.sqrt(max(0.0, float(cosines @ np.linalg.solve(gram, cosines))))


def _coverage(index: SearchedIndex, shape: Shape, rows: Sequence[int]) -> dict[str, float]:
    """Shares of the query's words, weighted by rarity, that the best targets hold."""
    rarity = {word: index.source_words.rarity(word) for word in shape.words}
    whole = sum(rarity.values()) or 1.0
    in_source = [{word for word in shape.words if index.source_words.holds(word, row)} for row in rows]
    in_all = [{word for word in shape.words if index.all_words.holds(word, row)} for row in rows]
    union = set().union(*in_all)
    missing = [rarity[word] for word in shape.words if word not in union]
    return {
        "first_source": sum(rarity[word] for word in (in_source or [set()])[0]) / whole,
        "best_source": max((sum(rarity[word] for word in held) for held in in_source), default=0.0) / whole,
        "first_all": sum(rarity[word] for word in (in_all or [set()])[0]) / whole,
        "best_all": max((sum(rarity[word] for word in held) for held in in_all), default=0.0) / whole,
        "union_all": sum(rarity[word] for word in union) / whole,
        "rarest_missing": max(missing, default=0.0),
        "unknown": sum(rarity[word] for word in shape.words if not index.all_words.knows(word)) / whole,
    }


def _wording(index: SearchedIndex, shape: Shape, rows: Sequence[int]) -> dict[str, float]:
    """Whether the kind of thing that is asked for stands near the words that were found."""
    found = [part for row in rows for part in _parts(index.targets[row].text)]
    stems = [(set(content_words(part)), HAS_DIGIT.search(part) is not None) for part in found]
    rarity = {word: index.source_words.rarity(word) for word in shape.words}
    whole = sum(rarity.values()) or 1.0

    def share(words: set[str]) -> float:
        return sum(weight for word, weight in rarity.items() if word in words) / whole

    best = max((share(words) for words, _ in stems), default=0.0)
    with_digit = max((share(words) for words, digit in stems if digit), default=0.0)
    together = [any(a in words and b in words for words, _ in stems) for a, b in shape.pairs]
    names = [any(index.all_words.holds(name, row) for row in rows) for name in shape.names]
    return {
        "sentence": best,
        "asks_number": float(shape.number),
        "number_missing": float(shape.number) * (1.0 - with_digit),
        "pairs": sum(together) / len(together) if together else best,
        "names_missing": float(names.count(False)),
        "question": float(shape.question),
        "own": float(shape.own),
        "length": math.log1p(len(shape.words)),
    }


def _parts(text: str) -> list[str]:
    starts = sentence_starts(text)
    return [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=False)]
