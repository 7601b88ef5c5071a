"""Text brought to one plain form, so that a pattern need not know every way of writing a thing."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

_STRAIGHT: Final = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "ʼ": "'", "\u00a0": " "})  # noqa: RUF001 - what models and telephones write
_CONTRACTIONS: Final = tuple(
    (re.compile(pattern, re.I), full)
    for pattern, full in (
        (r"\bcan't\b", "cannot"),
        (r"\bwon't\b", "will not"),
        (r"\bshan't\b", "shall not"),
        (r"\b(\w+)n't\b", r"\1 not"),
        (r"\blet's\b", "let us"),
        (r"\b(i)'m\b", r"\1 am"),
        (r"\b(\w+)'re\b", r"\1 are"),
        (r"\b(\w+)'ve\b", r"\1 have"),
        (r"\b(\w+)'ll\b", r"\1 will"),
        (r"\b(i|you|he|she|it|we|they|what|who|that|there)'d\b", r"\1 would"),
        (r"\b(he|she|it|that|this|what|who|where|how|there|here|when)'s\b", r"\1 is"),
    )
)
_TOKEN: Final = re.compile(r"[^\W_]+")
_END: Final = re.compile(r"(?<=[.?!…])[\"')]*\s+")
_PERSON: Final = {
    **dict.fromkeys("i me you myself yourself im".split(), "@"),
    **dict.fromkeys("my mine your yours".split(), "@s"),
    **dict.fromkeys("am are is was were".split(), "be"),
    **dict.fromkeys("ive youve".split(), "@have"),
}
_SHORTEST: Final = 3
_ENDINGS: Final = tuple("ations ation ings ing ied ies edly ed ely ly ers er es s e y".split())
_IRREGULAR: Final = dict(
    pair.split(":")
    for pair in (
        "told:tell said:say left:leave leaves:leave came:come went:go gone:go took:take taken:take gave:give given:give"
        " saw:see seen:see found:find knew:know known:know thought:think felt:feel kept:keep ran:run sat:sit"
        " stood:stand"
        " wrote:write written:write spoke:speak spoken:speak heard:hear brought:bring made:make got:get women:woman"
        " men:man children:child people:person began:begin begun:begin held:hold lost:lose met:meet paid:pay sent:send"
        " shown:show chose:choose chosen:choose drew:draw drawn:draw fell:fall fallen:fall meant:mean rang:ring"
        " rung:ring sold:sell slept:sleep spent:spend taught:teach threw:throw thrown:throw understood:understand"
        " woke:wake won:win wore:wear broke:break broken:break built:build bought:buy caught:catch ate:eat eaten:eat"
        " drove:drive flew:fly forgot:forget crying:cry tried:try tries:try cried:cry cries:cry hers:her mins:minute"
        " hrs:hour reg:registrar regs:registrar cons:consultant pt:patient pts:patient docs:doctor msg:message"
    ).split()
)
_LITTLE: Final = frozenset(
    "a an the and or but if of to in on at by for from with without as than that this these those is are was were be"
    " been"
    " being am do does did doing done has have had having will would could can should might may must not no nor you"
    " your"
    " yours yourself i me my mine myself it its he him his himself she her hers herself they them their theirs we us"
    " our"
    " ours what how who whom which when where whose why there here so then now any some all each every many much more"
    " most"
    " few less least other others another such only own same just too very still yet even ever never also again always"
    " often out up down off over into onto about before after under between through during until since because while"
    " though although whether both either neither else one ones two let get got gets getting go goes going went gone"
    " come"
    " comes coming came way thing things something anything nothing everything somebody anybody nobody everybody"
    " someone"
    " anyone everyone none first second last next once twice cannot three four five six seven eight nine ten eleven"
    " twelve"
    " thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty"
    " ninety"
    " hundred thousand half third quarter monday tuesday wednesday thursday friday saturday sunday dont isnt wasnt"
    " didnt"
    " doesnt cant wont youve youre thats whats theyre ive im id ill".split()
)


def straight(text: str) -> str:
    """The text with straight quotation marks and apostrophes."""
    return text.translate(_STRAIGHT)


def spelt_out(text: str) -> str:
    """A straight text in lower case with its contractions written out."""
    if "'" in text:
        for pattern, full in _CONTRACTIONS:
            text = pattern.sub(full, text)
    return " ".join(text.casefold().split())


def tokens(text: str) -> tuple[str, ...]:
    """All words and figures, in lower case and without apostrophes, so that 'dont' is as good as 'don't'."""
    return tuple(_TOKEN.findall(straight(text).replace("'", "").casefold()))


def turned(words: Sequence[str]) -> tuple[str, ...]:
    """Words with who is meant taken out, so that 'my list' and 'your list' are the same."""
    return tuple(_PERSON.get(one, one) for one in words)


def stems(text: str) -> frozenset[str]:
    """The stems of the words that tell something."""
    return frozenset(map(stem, telling(text)))


def telling(text: str) -> list[str]:
    """The words that tell something: neither function words nor numbers."""
    words = tokens(spelt_out(straight(text)))
    return [
        one
        for one in words
        if len(one) >= _SHORTEST and one.removesuffix("s") not in _LITTLE and one not in _LITTLE and one.isalpha()
    ]


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """A word cut to what its forms have in common, roughly: 'asked', 'asking' and 'asks' are one."""
    word = _IRREGULAR.get(word, word)
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            word = word[: -len(ending)]
            break
    doubled = len(word) > _SHORTEST and word[-1] == word[-2] and word[-1] not in "ls"
    return word[:-1] if doubled else word


def sentences(text: str) -> list[str]:
    """The sentences of a text."""
    return [one.strip() for one in _END.split(text) if one.strip()]


def longest_shared(ours: Sequence[str], theirs: Sequence[str]) -> tuple[str, ...]:
    """The longest run of words that stands in both."""
    places: dict[str, list[int]] = {}
    for at, word in enumerate(theirs):
        places.setdefault(word, []).append(at)
    best, end = 0, 0
    row: dict[int, int] = {}
    for here, word in enumerate(ours):
        new = {at: row.get(at - 1, 0) + 1 for at in places.get(word, ())}
        longest = max(new.values(), default=0)
        if longest > best:
            best, end = longest, here + 1
        row = new
    return tuple(ours[end - best : end])


def holds_run(run: Sequence[str], words: Sequence[str]) -> bool:
    """Whether a run of words stands, whole and in order, in a text."""
    return len(longest_shared(run, words)) == len(run)


def covered(ours: Sequence[str], theirs: Sequence[str], least: int = 3) -> int:
    """How many of our words stand in runs of `least` words or more that theirs have, too, whoever is meant in them."""
    mine, other = turned(ours), turned(theirs)
    runs = {other[at : at + least] for at in range(len(other) - least + 1)}
    hits = (at for at in range(len(mine) - least + 1) if mine[at : at + least] in runs)
    return len({place for at in hits for place in range(at, at + least)})


def alike(one: Sequence[str], other: Sequence[str]) -> float:
    """How alike two texts are, 0 to 1: the share of pairs of neighbouring words that they have in common."""
    left, right = set(pairwise(one)), set(pairwise(other))
    return 2 * len(left & right) / (len(left) + len(right)) if left and right else float(tuple(one) == tuple(other))
