"""Whether the sources answer: the shape of a question, the features, the model and its training."""

import json
from pathlib import Path

import numpy as np
import pytest

from knowledge.index.build import build_index
from knowledge.search.answerability import LEAF, Answerability, Direction, load_answerability, trees_of
from knowledge.search.question_shape import shape_of
from knowledge.search.searcher import Searcher
from knowledge.search.train_answerability import EXAMPLES, read_examples, train_answerability
from tests.knowledge.small_library import ALWAYS_ANSWERS, WordEncoder, small_library

FLAT = np.zeros(2, dtype=np.float32)
RISING = trees_of([[[0, 1.0, 1, 2, 0], [LEAF, 0, 0, 0, 0], [LEAF, 0, 0, 0, 4]]])


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("answers")
    build_index(root, small_library(), WordEncoder())
    return root


@pytest.mark.parametrize(
    ("query", "question", "own", "number"),
    [
        ("How many surgeons took part?", True, False, True),
        ("what does the book say about fear", True, False, False),
        ("surgeons private numbers", True, False, False),
        ("I told them the target and they laughed", False, True, False),
        ("My reg shouted at me again, what would you do?", True, True, False),
        ("percentage of staff", True, False, True),
    ],
)
def test_the_shape_of_a_query(query: str, question: bool, own: bool, number: bool) -> None:
    shape = shape_of(query)
    assert (shape.question, shape.own, shape.number) == (question, own, number)


def test_names_and_numbers_are_kept_apart_from_the_first_word() -> None:
    assert shape_of("Did Mintzberg follow the CEOs of 1998?").names == ("mintzberg", "ceo", "1998")
    assert shape_of("Numbers in private").names == ()


def test_a_question_of_the_sources_own_words_is_better_covered(root: Path) -> None:
    search = Searcher(root, WordEncoder(), answerability=ALWAYS_ANSWERS)
    told, _ = search.features("How many surgeons, in private, in a clinic?")
    untold, _ = search.features("How many zeppelins crossed the Atlantic in 1936?")
    for name in ("first_all", "best_all", "sentence", "explained", "near_sentence"):
        assert told[name] > untold[name], name
    for name in ("unknown", "rarest_missing", "names_missing", "number_missing"):
        assert told[name] < untold[name], name


def test_trees_are_walked_from_the_root_to_a_leaf_and_added_up() -> None:
    one: list[list[float]] = [
        [0, 0.5, 1, 2, 0],
        [LEAF, 0, 0, 0, -1],
        [1, 2.0, 3, 4, 0],
        [LEAF, 0, 0, 0, 1],
        [LEAF, 0, 0, 0, 3],
    ]
    trees = trees_of([one, [[LEAF, 0, 0, 0, 0.25]]])
    rows = ([0.5, 9.0], [0.6, 2.0], [0.6, 2.1])
    assert [trees.log_odds(np.array(row, dtype=np.float32)) for row in rows] == [-0.75, 1.25, 3.25]


def test_a_direction_counts_only_for_the_encoder_it_was_learnt_on() -> None:
    direction = Direction("one", np.array([4, 0], dtype=np.float32), 0.0)
    model = Answerability(("asked",), (0.0,), RISING, 0.5, direction)
    along = np.array([1, 0], dtype=np.float32)
    assert model.probability({}, along, "one") > 0.9
    assert model.probability({}, along, "another") == 0.5


def test_a_feature_that_is_not_known_is_taken_at_its_usual_value() -> None:
    assert Answerability(("gone",), (0.0,), RISING, 0.5).probability({}, FLAT, "any") == 0.5
    assert Answerability(("gone",), (3.0,), RISING, 0.5).probability({}, FLAT, "any") > 0.9


def test_training_writes_weights_that_can_be_read_and_do_not_change(root: Path, tmp_path: Path) -> None:
    examples = tmp_path / "examples"
    examples.mkdir()
    told = ["bold target shrug", "ask first ward", "mistake juniors report", "savings attack care", "surgeon numbers"]
    untold = ["zeppelin speed", "salary of the writer", "price of gold", "rainfall in june", "height of the tower"]
    rows = [{"text": f"{text} {n}", "answerable": text in told} for n in range(4) for text in told + untold]
    for number, part in enumerate((rows[::2], rows[1::2])):
        lines = "\n".join(json.dumps(row) for row in part)
        (examples / f"answerability_{number}.jsonl").write_text(lines, encoding="utf-8")
    report = train_answerability(root, WordEncoder(), examples, tmp_path / "one.json")
    train_answerability(root, WordEncoder(), examples, tmp_path / "two.json")
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()
    assert report.area > 0.9
    search = Searcher(root, WordEncoder(), answerability=load_answerability(tmp_path / "one.json"))
    assert not search.search("a bold target and a shrug").abstain
    assert search.search("the salary of the writer").abstain


def test_the_committed_weights_fit_the_examples_that_are_shipped() -> None:
    rows, model = read_examples(EXAMPLES), load_answerability()
    assert len({row.text for row in rows}) == len(rows)
    assert sum(row.answerable for row in rows) >= 150
    assert sum(not row.answerable for row in rows) >= 150
    assert 0.0 < model.threshold < 1.0
    assert model.direction is not None
