"""A chat model's sentences -> a draft like any other: the fixed part first, what it cites, what it quotes."""

import re

from bot.coaching.drafting.shape import Worded
from bot.coaching.record import Draft, Sentence

_QUOTED = re.compile(r'"([^"]+)"')
_MARKS = str.maketrans("", "", "\"“”'‘’")


def draft_of(worded: Worded, guided: Draft) -> Draft:
    """The draft: what is fixed stays, and only evidence that is cited is shown beside it.

    A key that is no evidence of this turn is kept in its sentence, where the check finds it.
    """
    fixed = guided.sentences[: guided.fixed]
    own = tuple(Sentence(text=one.text.strip(), act=one.act, cites=one.cites) for one in worded.sentences)
    cited = {one.cites for one in (*fixed, *own)}
    known = {one.translate(_MARKS) for one in guided.used}  # marks inside a quotation change when it is put into marks
    keys = (f"quote:{words.strip(' ,;:.').casefold()}" for one in own for words in _QUOTED.findall(one.text))
    quoted = (one for one in keys if one.translate(_MARKS) not in known)
    return guided.model_copy(
        update={
            "sentences": (*fixed, *own),
            "citations": tuple(one for one in guided.citations if one.key in cited),
            "used": tuple(dict.fromkeys((*guided.used, *quoted))),
            "writer": "llm",
        }
    )
