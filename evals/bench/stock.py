"""LangChain's stock path from texts to an answer: the yardstick. The one door to its loaders, splitter and store."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from langchain_chroma import Chroma
from langchain_community.document_loaders import DirectoryLoader, TextLoader
from langchain_huggingface import HuggingFaceEmbeddings
from langchain_text_splitters import RecursiveCharacterTextSplitter

CHUNK, OVERLAP = 1000, 200  # characters, as in LangChain's own tutorial


@dataclass(frozen=True, slots=True)
class StockIndex:
    """A Chroma store filled the stock way, and how many chunks it holds."""

    store: Chroma
    chunks: int

    def search(self, query: str, count: int) -> list[str]:
        """The chunks nearest to a query, best first."""
        return [one.page_content for one in self.store.similarity_search(query, k=count)]


class StockPath:
    """Loads the encoder once; every build afterwards is load, split, embed, store."""

    def __init__(self, model: Path) -> None:
        self._embeddings = HuggingFaceEmbeddings(model_name=str(model), model_kwargs={"device": "cpu"})

    def build(self, sources: Path, folder: Path) -> StockIndex:
        """Index the texts of a folder into a store on disk."""
        loader = DirectoryLoader(
            str(sources), loader_cls=TextLoader, loader_kwargs={"encoding": "utf-8"}, show_progress=False
        )
        splitter = RecursiveCharacterTextSplitter(chunk_size=CHUNK, chunk_overlap=OVERLAP)
        chunks = splitter.split_documents(loader.load())
        store = Chroma.from_documents(chunks, self._embeddings, persist_directory=str(folder))
        return StockIndex(store, len(chunks))

    def encode(self, texts: Sequence[str]) -> object:
        """Encode some texts, to warm up."""
        return self._embeddings.embed_documents(list(texts))
