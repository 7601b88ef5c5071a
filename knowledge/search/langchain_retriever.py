"""The one door to langchain_core in knowledge: our search as a LangChain retriever; nothing of ours imports it."""

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from knowledge.model import Hit
from knowledge.search.searcher import Searcher


class CoachRetriever(BaseRetriever):
    """Gives the `k` best passages, and none when the sources do not say (unless `even_if_unanswered`)."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    searcher: Searcher
    k: int = 5
    even_if_unanswered: bool = False

    def _get_relevant_documents(
        self,
        query: str,
        *,
        run_manager: CallbackManagerForRetrieverRun,  # noqa: ARG002 -- part of LangChain's own signature
    ) -> list[Document]:
        result = self.searcher.search(query, self.k)
        if result.abstain and not self.even_if_unanswered:
            return []
        return [_document(hit) for hit in result.hits]


def _document(hit: Hit) -> Document:
    """A hit with its place as metadata, so that an answer made of it can be cited."""
    place = {
        "doc": hit.doc,
        "section": hit.section,
        "author": hit.author,
        "card": hit.card,
        "passage": hit.passage,
        "start": hit.start,
        "end": hit.end,
        "score": hit.score,
    }
    return Document(page_content=hit.text, metadata=place, id=hit.passage or hit.card)
