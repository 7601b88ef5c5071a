"""Text -> stemmed content words, the same for the keyword index, for a query and for the check of an answer."""

import re

import Stemmer

_WORD = re.compile(r"[a-z0-9]+(?:[.,][0-9]+)*")
_STEMMER = Stemmer.Stemmer("english")
STOP_WORDS = frozenset(
    "a an the and or but if then than so as at by for from in into of off on onto out over to up with about after "
    "before between through during am is are was were be been being do does did done doing have has had having i me "
    "my mine we us our ours you your yours he him his she her hers it its they them their theirs this that these "
    "those there here who whom whose which what when where why how can could shall should will would may might must "
    "no not nor only just also too very more most many much any some all both each own same such again once now s t "
    "don re ve ll d m".split()
)


def content_words(text: str) -> list[str]:
    """Stems of the words that carry meaning, in order, repeats kept."""
    folded = text.lower().replace("\u2019", "'").replace("'s ", " ")
    stems: list[str] = _STEMMER.stemWords([word for word in _WORD.findall(folded) if word not in STOP_WORDS])
    return stems
