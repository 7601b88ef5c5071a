"""What shares are found by: a keyed digest of each stem that a mentor sees in them, and of nothing that was left out.

The key is the store's own (`search`), wrapped with the master key: without it no digest tells a word, and with it none
can be turned back, only a guessed word tried. The digests go when the share is withdrawn, over or erased.
"""

import hmac
import re
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Final

import Stemmer
from sqlalchemy import ColumnElement, Connection, delete, false, func, insert, select, true

from bot.adapters.store import vault
from bot.adapters.store.mentoring_tables import SHARED_WORDS, SHARES
from bot.coaching.plain import plain

_WORD: Final = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_MOST: Final = 12
"""Words of a search that count."""
_HALF: Final = 16
"""Bytes of a digest that are kept: two stems never meet in them."""


def put(connection: Connection, share_id: str, texts: Iterable[str]) -> None:
    """Let the share be found by the words of these texts, which are what its mentor sees, and by no others."""
    drop(connection, [share_id])
    rows = [{"share_id": share_id, "word": one} for one in _digests(connection, stems(" ".join(texts)))]
    if rows:
        connection.execute(insert(SHARED_WORDS), rows)


def drop(connection: Connection, share_ids: Sequence[str]) -> None:
    """Let these shares be found by nothing any more."""
    connection.execute(delete(SHARED_WORDS).where(SHARED_WORDS.c.share_id.in_(share_ids)))


def found_by(connection: Connection, search: str) -> ColumnElement[bool]:
    """A condition on SHARES: all words of the search stand in it, of which the first twelve count.

    An empty search leaves everything; one without a word in it ("?!") finds nothing. Words are counted share by share,
    as a condition for each would leave a planner with more joins than it can put in order.
    """
    if not search.strip():
        return true()
    wanted = _digests(connection, stems(search)[:_MOST])
    if not wanted:
        return false()
    these = SHARED_WORDS.c.share_id == SHARES.c.id, SHARED_WORDS.c.word.in_(wanted)
    return select(func.count()).select_from(SHARED_WORDS).where(*these).scalar_subquery() == len(wanted)


def stems(text: str) -> list[str]:
    """The stems of a text's words, each once, in order. A stemmer is no thing for two threads at once: one a call."""
    words = dict.fromkeys(_WORD.findall(plain(text)))
    found: list[str] = Stemmer.Stemmer("english").stemWords(list(words))
    return list(dict.fromkeys(found))


def _digests(connection: Connection, wanted: Sequence[str]) -> list[str]:
    key = vault.secret(connection, "search")
    return [hmac.digest(key, one.encode(), sha256)[:_HALF].hex() for one in wanted]
