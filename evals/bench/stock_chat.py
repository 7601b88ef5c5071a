"""LangChain's stock chat over documents, with a model that answers what it is told to and counts what it reads."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from langchain_classic.chains import create_history_aware_retriever, create_retrieval_chain
from langchain_classic.chains.combine_documents import create_stuff_documents_chain
from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models.chat_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage, HumanMessage
from langchain_core.outputs import ChatGeneration, ChatResult
from langchain_core.prompts import ChatPromptTemplate, MessagesPlaceholder
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict, Field

A_MESSAGE = 3
"""Tokens that a message takes beside its text, on either side (what OpenAI gives for its chat format)."""

_ANSWERS = (
    "You are an assistant for question-answering tasks. Use the following pieces of retrieved context to answer the "
    "question. If you don't know the answer, say that you don't know. Use three sentences maximum and keep the answer "
    "concise.\n\n{context}"
)
_REWRITES = (
    "Given a chat history and the latest user question which might reference context in the chat history, formulate a "
    "standalone question which can be understood without the chat history. Do NOT answer the question, just "
    "reformulate it if needed and otherwise return it as is."
)
"""Both as LangChain's own tutorials have them."""


class Counting(BaseChatModel):
    """A chat model that gives the answers it was handed and adds up the tokens of every call, in and out."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    tokens: Callable[[str], int]
    answers: list[str] = Field(default_factory=list)
    total: int = 0

    @property
    def _llm_type(self) -> str:
        return "counting"

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: object,
    ) -> ChatResult:
        del stop, run_manager, kwargs
        answer = self.answers.pop(0)
        self.total += self.tokens(answer) + sum(self.tokens(str(one.content)) + A_MESSAGE for one in messages)
        return ChatResult(generations=[ChatGeneration(message=AIMessage(answer))])


@dataclass(slots=True)
class StockChat:
    """One conversation held the stock way: passages stuffed into the prompt, the whole talk so far as messages.

    With `rewrites` its question is made to stand alone first, by one more call, as the tutorials do it.
    """

    retriever: BaseRetriever
    tokens: Callable[[str], int]
    rewrites: bool = False
    _history: list[BaseMessage] = field(default_factory=list)

    def turn(self, message: str, answer: str) -> int:
        """The tokens of one turn whose answer is `answer`."""
        asked = self.rewrites and bool(self._history)
        model = Counting(tokens=self.tokens, answers=[*([message] if asked else []), answer])
        found = create_history_aware_retriever(model, self.retriever, _prompt(_REWRITES)) if asked else self.retriever
        chain = create_retrieval_chain(found, create_stuff_documents_chain(model, _prompt(_ANSWERS)))
        chain.invoke({"input": message, "chat_history": self._history})
        self._history += [HumanMessage(message), AIMessage(answer)]
        return model.total


def whole(turns: Sequence[tuple[str, str]], chat: StockChat) -> tuple[int, ...]:
    """The tokens of each turn of a conversation, given as messages and answers."""
    return tuple(chat.turn(message, answer) for message, answer in turns)


def _prompt(system: str) -> ChatPromptTemplate:
    return ChatPromptTemplate.from_messages(
        [("system", system), MessagesPlaceholder("chat_history"), ("human", "{input}")]
    )
