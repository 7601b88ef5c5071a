"""Words of replies and messages: sentences, what is quoted, questions, content, runs that were copied."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from knowledge.index.words import content_words

_QUOTED = re.compile(r"[\"“]([^\"“”]*)[\"”]|(?<![\w])[‘']([^‘’'\n]{12,}?)[’'](?![\w])")
_PICTURE = "\u2190-\u21ff\u2300-\u23ff\u25a0-\u27bf\u2b00-\u2bff\U0001f170-\U0001f189\U0001f300-\U0001faff"
_BEGINS = r"(?:You|Your|So|It|That|They|There|And|But|By|At|He|She|We|If|This)(?:['’]\w+)? [a-z]"
_GOES_ON = r"(?:Still|To|The|No|Not|An?|In|On|As|From|Then|Now|When|Where|What|One|Two|Of|For|With) [a-z]"
_END = re.compile(
    rf"(?<=[.?!…])[\"”’)]*\s+|\n+|(?<=[a-z]{{2}}) (?=(?:What|Which|How|Who|Where|When|Why)\b [a-z][^.!…]*\?)"
    rf"|(?<=[a-z]{{2}}) (?={_BEGINS})|(?<=[\"”]) (?=[\"“][A-Z]|{_BEGINS}|{_GOES_ON})"
    rf"|(?<=[{_PICTURE}\ufe0f\u20e3]) (?=[A-Z\"“])"
)
"""Also before a question or a word that begins sentences, after words without a full stop, and after a picture."""

_SHORTENED = re.compile(r"\b(?:Dr|Mr|Mrs|Ms|Prof|St|vs|e\.g|i\.e|[ap]\.m|[A-Z])\.\s(?=[a-zA-Z0-9])")
"""A full stop that ends no sentence: 'Dr. Okafor', 'C. diff', 'at 5 p.m. you rang'."""

_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")
_TELL_ME = re.compile(
    r"^(?:so |and |then |please |could you )?"
    r"(?:tell me(?! if| where i| should i)|say more|describe|talk me through|walk me|remind me"
    r"|give me (?:a|your|the) (?:number|score|figure|rating|date|day)|(?:rate|score) (?:your|how)"
    r"|name (?:me )?(?:one|the|two|three|a|your) (?:first |next )?(?:thing|step|action|move|day|date)"
    r"|(?:kindly|please) (?:state|indicate|specify|describe|outline|confirm|account for|identify)"
    r"|put it in (?:one|a|your own) (?:\w+ )?(?:for me|sentence|words?)"
    r"|(?:i(?:['’]d| would| should|['’]m| am)|it would (?:help|be good for) me) (?:quite |very |really )?"
    r"(?:like|love|be glad|be interested|be curious|glad|curious|interested|keen)? ?to (?:hear|know|learn|understand)\b"
    r"[^.!]{0,40}?\b(?:what|how|who|which|why|where|when)\b)",
    re.I,
)
_UNMARKED = re.compile(
    r"^(?:so |and |ok(?:ay)? |\d+ ?[-–] ?\d+ )?"
    r"(?:what(?:s| is| are)?|wots?|how (?:sure|confident|likely|did)?|whos?|whens?|y)"
    r" (?:[a-z0-9']+ ){0,8}?(?:u|ur|you|your|r u)\b[^.!?]*$",
    re.I,
)
"""A question of somebody who types no marks: 'whats ur next step n when'."""
_PERSON = {
    **dict.fromkeys("i me you he she they him her them we us".split(), "@"),
    **dict.fromkeys("my mine your yours his hers their theirs our ours".split(), "@s"),
    **dict.fromkeys("am are is was were".split(), "be"),
    **dict.fromkeys("i'm you're we're they're".split(), "@be"),
    **dict.fromkeys("i've you've we've they've".split(), "@have"),
}
_CONTRACTIONS = tuple(
    (re.compile(pattern, re.I), full)
    for pattern, full in (
        (r"\b(what|who|how|where|when|that|it|there|here|he|she)['’]s\b", r"\1 is"),
        (r"\b(i|you|he|she|it|we|they|what|who|that)['’]d\b", r"\1 would"),
        (r"\b(i|you|he|she|it|we|they|what|who|that)['’]ll\b", r"\1 will"),
        (r"\b(you|we|they|what)['’]re\b", r"\1 are"),
        (r"\b(i|you|we|they)['’]ve\b", r"\1 have"),
    )
)
_BULLET = re.compile(r"(?:^\s*(?:[-*•–]|\d+[.)])|(?:^|\s)(?:[✅→➡•▪✔]|\*(?=\s)|\(?(?:[a-h1-9]|[ivx]{1,4})\)))\s", re.M)
_NUMBERED = re.compile(r"[0-9]\ufe0f?\u20e3|[\u2460-\u24ff\u2776-\u2793\U0001f170-\U0001f189]")
_MARKED = re.compile(rf"([{_PICTURE}])\ufe0f?\s+(?=[\w\"“])")
_HEADED = re.compile(rf"^\s*(?:[{_PICTURE}]\ufe0f?\s+|\d\s+(?=[a-z]))", re.M)
"""Pictures as list marks: numbers in boxes or circles, one picture before each item, one at the head of each line."""

_LETTER = re.compile(r"(?<![\w.])([A-H])[.):]\s+(?=\w)")
_COUNT = re.compile(r"(?<![\w./:-])(\d)\s*[-–:.)]\s+(?=[A-Za-z])")


@lru_cache(maxsize=4096)
def quotes(text: str) -> tuple[str, ...]:
    """What stands in quotation marks."""
    return tuple((one[1] or one[2] or "").strip() for one in _QUOTED.finditer(text))


@lru_cache(maxsize=4096)
def own(text: str) -> str:
    """The text without what stands in quotation marks."""
    return _QUOTED.sub(" ", text)


@lru_cache(maxsize=4096)
def sentences(text: str) -> tuple[str, ...]:
    """Sentences; an end inside quotation marks is none unless a new sentence follows the closing mark."""
    hidden = _QUOTED.sub(lambda one: re.sub(r"[.?!…]\s", lambda end: "~" * len(end[0]), one[0]), text)
    hidden = _SHORTENED.sub(lambda short: "~" * len(short[0]), hidden)
    cuts = [0, *(one.end() for one in _END.finditer(hidden)), len(text)]
    return tuple(piece for one, two in pairwise(cuts) if (piece := text[one:two].strip()))


@lru_cache(maxsize=4096)
def written_out(text: str) -> str:
    """The text with its commonest contractions written out, so that a pattern need not know both."""
    for pattern, full in _CONTRACTIONS:
        text = pattern.sub(full, text)
    return text


def asks(sentence: str) -> bool:
    """Whether a sentence is a question of its own, or a 'tell me'."""
    bare = own(sentence).strip()
    return "?" in bare or bool(_TELL_ME.search(bare) or _UNMARKED.search(bare))


def bullets(text: str) -> int:
    """How many list items there are."""
    return max(len(_BULLET.findall(text)), _counted_off(text), _pictured(text))


def _pictured(text: str) -> int:
    """How many items have a picture for their mark."""
    marks = Counter(_MARKED.findall(text))
    same = max(marks.values(), default=0)
    found = max(len(_NUMBERED.findall(text)), same, len(_HEADED.findall(text)))
    return found if found > 1 else 0


def _counted_off(text: str) -> int:
    """How far a text counts: '1 - stop 2 - think', 'step 1: pause step 2: breathe'."""
    counted = 0
    for number in _COUNT.findall(text):
        counted += int(number) == counted + 1
    lettered = 0
    for letter in _LETTER.findall(text):
        lettered += letter == "ABCDEFGH"[lettered]
        if lettered == len("ABCDEFGH"):
            break
    most = max(counted, lettered)
    return most if most > 1 else 0


@lru_cache(maxsize=8192)
def stems(text: str) -> frozenset[str]:
    """Stems of the words that carry meaning."""
    return frozenset(content_words(text))


@lru_cache(maxsize=8192)
def tokens(text: str) -> tuple[str, ...]:
    """All words, lower case, in order."""
    return tuple(_WORD.findall(text.lower().replace("’", "'")))


@lru_cache(maxsize=8192)
def turned(text: str) -> tuple[str, ...]:
    """All words with who is meant taken out, so that 'my ward' and 'your ward' are the same."""
    return tuple(_PERSON.get(one, one) for one in tokens(text))


def has(text: str, cue: str) -> bool:
    """Whether a cue (a word, its beginning, or a run of words) is in a text."""
    return bool(_cue(cue).search(text))


def any_of(text: str, cues: Iterable[str]) -> str | None:
    """The first of the cues that is in the text."""
    return next((cue for cue in cues if has(text, cue)), None)


@lru_cache(maxsize=8192)
def _cue(cue: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(cue.strip())}", re.I)


def longest_copied(ours: Sequence[str], theirs: Sequence[str]) -> tuple[int, int]:
    """The longest run of words of `ours` that stands in `theirs`: its length, and where it begins in `ours`."""
    best, where = 0, 0
    row = [0] * (len(theirs) + 1)
    for place, word in enumerate(ours):
        new = [0] * (len(theirs) + 1)
        for column, other in enumerate(theirs):
            if word == other:
                new[column + 1] = row[column] + 1
                if new[column + 1] > best:
                    best, where = new[column + 1], place - row[column]
        row = new
    return best, where


def alike(one: str, other: str) -> float:
    """How alike two texts are, 0 to 1: the share of pairs of neighbouring words that they have in common."""
    left, right = _pairs(one), _pairs(other)
    if not left or not right:
        return float(tokens(one) == tokens(other) and bool(tokens(one)))
    return 2 * len(left & right) / (len(left) + len(right))


@lru_cache(maxsize=8192)
def _pairs(text: str) -> frozenset[tuple[str, str]]:
    words = tokens(text)
    return frozenset(pairwise(words))
