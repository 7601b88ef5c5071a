"""The LangChain retriever: documents with their place, and none when the sources do not say."""

from pathlib import Path

import pytest

from knowledge.index.build import build_index
from knowledge.search.answerability import Answerability, trees_of
from knowledge.search.langchain_retriever import CoachRetriever
from knowledge.search.searcher import Searcher
from tests.knowledge.small_library import ALWAYS_ANSWERS, WordEncoder, small_library


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("retriever")
    build_index(root, small_library(), WordEncoder())
    return root


def retriever(root: Path, answerability: Answerability = ALWAYS_ANSWERS) -> CoachRetriever:
    return CoachRetriever(searcher=Searcher(root, WordEncoder(), answerability=answerability), k=2)


def test_documents_carry_their_place(root: Path) -> None:
    documents = retriever(root).invoke("staff giggled at the bold target")
    assert len(documents) == 2
    assert documents[0].id == "p-goal"
    assert documents[0].metadata["card"] == "bold-target"
    assert documents[0].metadata["doc"] == "small-book"


def test_what_the_sources_do_not_say_gives_no_documents(root: Path) -> None:
    never = Answerability(("length",), (0.0,), trees_of([]), 1.0)
    assert retriever(root, never).invoke("anything") == []
    patient = retriever(root, never).model_copy(update={"even_if_unanswered": True})
    assert len(patient.invoke("anything")) == 2
