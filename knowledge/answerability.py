"""Do the sources answer this? Features of a query and of what it found, and a small logistic model over them."""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from knowledge.fusion import Signal
from knowledge.opened import Evidence, OpenIndex
from knowledge.question_shape import HAS_DIGIT, Shape, shape_of
from knowledge.sentences import sentence_starts
from knowledge.units import UnitKind
from knowledge.words import content_words

WEIGHTS_FILE = Path(__file__).parent / "weights" / "answerability.json"
LOOKED_AT = 5  # best targets whose text is read


@dataclass(frozen=True, slots=True)
class Answerability:
    """A logistic model: standardised features, weights, and the probability under which a search abstains."""

    names: tuple[str, ...]
    means: tuple[float, ...]
    spreads: tuple[float, ...]
    weights: tuple[float, ...]
    bias: float
    threshold: float

    def probability(self, features: Mapping[str, float]) -> float:
        """The probability that the sources answer the query."""
        total = self.bias
        for name, mean, spread, weight in zip(self.names, self.means, self.spreads, self.weights, strict=True):
            total += weight * (features[name] - mean) / spread
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))


def load_answerability(path: Path = WEIGHTS_FILE) -> Answerability:
    """Read the trained weights."""
    raw = json.loads(path.read_text(encoding="utf-8"))
    features: dict[str, list[float]] = raw["features"]
    means, spreads, weights = zip(*features.values(), strict=True)
    return Answerability(tuple(features), means, spreads, weights, float(raw["bias"]), float(raw["threshold"]))


def features_of(index: OpenIndex, query: str, evidence: Evidence, rows: Sequence[int]) -> dict[str, float]:
    """What is known about a query once it has been searched for; `rows` are its best targets."""
    shape = shape_of(query)
    rows = list(rows)[:LOOKED_AT]
    return {**_nearness(evidence), **_coverage(index, shape, rows), **_wording(index, shape, rows)}


def _nearness(evidence: Evidence) -> dict[str, float]:
    """How near the nearest line of each kind is, and whether one stands out."""
    features: dict[str, float] = {}
    for kind, cosines in evidence.cosines.items():
        ordered = sorted((float(value) for value in cosines), reverse=True)[:10] or [0.0]
        features[f"near_{kind}"] = ordered[0]
        if kind in {UnitKind.ASKS, UnitKind.SENTENCE}:
            features[f"margin_{kind}"] = ordered[0] - ordered[-1]
    features["words_score"] = math.log1p(float(evidence.signals[Signal.ALL_WORDS].max(initial=0.0)))
    return features


def _coverage(index: OpenIndex, shape: Shape, rows: Sequence[int]) -> dict[str, float]:
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


def _wording(index: OpenIndex, shape: Shape, rows: Sequence[int]) -> dict[str, float]:
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
    return [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]
