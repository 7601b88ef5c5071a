"""`coach playbooks train`: examples -> tuned encoder (int8), heads and model card, where the coach reads them."""

import json
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

import torch

from bot.adapters import examples, model_files, words
from bot.adapters.heads import Heads, Linear, in_context
from bot.adapters.model_files import UNDERSTANDING
from bot.coaching import identifiers
from bot.coaching.labels import STOPS
from bot.training import encoder, frozen, saving
from knowledge import names
from knowledge.cards import load_cards
from knowledge.encoder.embedding import OnnxEncoder
from knowledge.encoder.exporting import DEFAULT_PACKAGE, find_weights
from prompts import library

MIX = 0.7
"""Share of the tuned encoder in the label probabilities; set on authors held out in turn (docs/decisions)."""

_STOPS_WEIGHT = 4.0
_NOTICES_WEIGHT = 0.4


def train_all(*, epochs: int, threads: int, say: Callable[[str], None]) -> None:
    """Train on everything that is written and replace the weights."""
    _, books = words.compile_words()
    labels = examples.all_labels(sorted(books))
    learnt = examples.read(library.FOLDER / "examples", labels, books)
    say(f"{len(learnt)} examples by {len({one.author for one in learnt})} hands, {len(labels)} labels")
    written = [*examples.from_cards(load_cards(), sorted(books)), *examples.from_playbooks(books)]
    everything = [*learnt, *written, *examples.in_conversation(learnt, books)]
    say(f"{len(everything)} with the lines of cards and playbooks, and with some told in answer to a question")
    wanted = examples.targets(everything, labels)
    lists = identifiers.NameLists(**names.load())
    texts = [in_context(_masked(one.text, lists), one.asked) for one in everything]
    base = find_weights(DEFAULT_PACKAGE)
    goals = {"labels": wanted.labels, "stops": wanted.stops, "notices": wanted.notices}
    tuned = encoder.tune(base, texts, encoder.Task(goals, _loss), encoder.Recipe(epochs=epochs, threads=threads), say)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        saving.export(tuned, base, folder, UNDERSTANDING)
        model_files.prepare(folder, DEFAULT_PACKAGE)
        vectors = OnnxEncoder(folder / model_files.READING).encode(texts)
    say("fitting the heads on the frozen encoder")
    heads = Heads(
        labels=labels,
        stops=STOPS,
        notices=examples.LEARNT_NOTICES,
        tuned={name: Linear(weight * tuned.scale, bias) for name, (weight, bias) in tuned.heads.items()},
        frozen=frozen.fit(vectors, wanted),
        mix=MIX,
        examples=examples.digest(learnt),
    )
    heads.save(UNDERSTANDING)
    _note(UNDERSTANDING, everything, epochs)
    say(f"weights written to {UNDERSTANDING.name}")


def _masked(text: str, lists: identifiers.NameLists) -> str:
    """As the coach will see it: identifying details are masked before a message is read."""
    return identifiers.mask(text, identifiers.find(text, lists))


def _loss(out: Mapping[str, torch.Tensor], goals: Mapping[str, torch.Tensor]) -> torch.Tensor:
    labels = torch.nn.functional.cross_entropy(out["labels"], goals["labels"], label_smoothing=0.05)
    stops = torch.nn.functional.binary_cross_entropy_with_logits(out["stops"], goals["stops"])
    notices = torch.nn.functional.binary_cross_entropy_with_logits(out["notices"], goals["notices"])
    return labels + _STOPS_WEIGHT * stops + _NOTICES_WEIGHT * notices


def _note(folder: Path, learnt: list[examples.Example], epochs: int) -> None:
    """How the weights were made, for the model card's readers and for `coach doctor`."""
    authors: dict[str, int] = {}
    for one in learnt:
        authors[one.author] = authors.get(one.author, 0) + 1
    made = {"base": DEFAULT_PACKAGE, "epochs": epochs, "examples": len(learnt), "authors": authors}
    (folder / "made.json").write_text(json.dumps(made, indent=1) + "\n", encoding="utf-8")
