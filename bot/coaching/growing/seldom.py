"""Patterns that cost milliseconds each, kept back until a word stands that they cannot match without."""

import re
from collections.abc import Iterator


class Seldom:
    """A pattern that minds no case, looked for only in a text that holds one of the words it needs.

    `source` is the whole pattern, `needs` one of a few words that every match of it holds. It is compiled at the first
    text that holds one: most messages hold few of such words, and a start of the coach waits for none of them.
    """

    __slots__ = ("_compiled", "_needs", "_source")

    def __init__(self, source: str, *, needs: str) -> None:
        self._source = source
        self._needs = re.compile(needs, re.I)
        self._compiled: re.Pattern[str] | None = None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every match in the text, in order."""
        if not self._needs.search(text):
            return iter(())
        if self._compiled is None:
            self._compiled = re.compile(self._source, re.I)
        return self._compiled.finditer(text)
