"""The one door to tantivy: the texts that share most with a query, found without scoring all that share a word."""

from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path
from typing import Final

import tantivy

MOST: Final = 300_000  # texts that the words asked for may stand in, all together
_ROW, _WORDS = "row", "words"
_HEAP = 128_000_000  # bytes; more merges fewer parts


class WordEngine:
    """Names candidates; the order among them is left to our own weights, which tantivy's only resemble."""

    def __init__(self, folder: Path) -> None:
        """Map the files of `WordEngineWriter`."""
        index = tantivy.Index.open(str(folder))
        self._schema = index.schema
        self._searcher = index.searcher()

    def best(self, words: Sequence[str], count: int) -> list[int]:
        """The rows of the `count` best texts for some stems."""
        words = self._affordable(words)
        any_of = [
            (tantivy.Occur.Should, tantivy.Query.term_query(self._schema, _WORDS, word, "freq")) for word in words
        ]
        if not any_of or not count:
            return []
        found = self._searcher.search(tantivy.Query.boolean_query(any_of), limit=count, count=False)
        rows = self._searcher.fast_field_values(_ROW, [address for _, address in found.hits])
        return [row for row in rows if isinstance(row, int)]

    def _affordable(self, words: Sequence[str]) -> list[str]:
        """The rarest words, as long as they stand in few texts together, and one at least.

        What the engine reads is thus bounded, whatever the library's size; all words count when candidates are weighed.
        """
        found = sorted((self._searcher.doc_freq(_WORDS, word), word) for word in set(words))
        rarest = [(often, word) for often, word in found if often]
        total = accumulate(often for often, _ in rarest)
        return [
            word for place, ((_, word), sum_) in enumerate(zip(rarest, total, strict=True)) if not place or sum_ <= MOST
        ]


class WordEngineWriter:
    """Takes every text's stems, and merges its parts when it is closed."""

    def __init__(self, folder: Path) -> None:
        """Begin in an empty folder."""
        folder.mkdir(parents=True)
        schema = tantivy.SchemaBuilder()
        schema.add_unsigned_field(_ROW, fast=True)
        schema.add_text_field(_WORDS, tokenizer_name="whitespace", index_option="freq")
        self._writer = tantivy.Index(schema.build(), path=str(folder)).writer(heap_size=_HEAP, num_threads=1)

    def add(self, row: int, words: Sequence[str]) -> None:
        """The stems of a row."""
        document = tantivy.Document()
        document.add_unsigned(_ROW, row)
        document.add_text(_WORDS, " ".join(words))
        self._writer.add_document(document)

    def close(self) -> None:
        """Write everything and wait until it is merged."""
        self._writer.commit()
        self._writer.wait_merging_threads()
