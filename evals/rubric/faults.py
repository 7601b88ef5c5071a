"""Where a reply goes wrong in so many words: by a phrase bank, or by what the detectors make of a sentence."""

from collections.abc import Sequence

from evals.rubric import acts, banks, wording
from evals.rubric.talk import Exchange

_A_RUN = 3
"""Words in a row that make a phrase the doctor's own: that both speak of a stroke is not enough."""


_FAMILIES = tuple(
    tuple(line.split())
    for line in (
        "angry anger furious livid fuming mad rag resent bitter frustrat annoy irritat cross fed seeth"
        " boil simmer smart incens aggriev contempt hat",
        "scared afraid fear fright terrif terror anxious anxiety worr dread nervous panic petrif insecur",
        "ashamed shame guilt embarrass humiliat mortif small stupid fraud imposter impostor idiot cringe floor",
        "sad low cry cried crying tears sob upset gutted hurt devast heartbr broken crush disappoint miser grief"
        " griev sorrow lost pain anguish distraught torn unhappy",
        "alone lonel isolat abandon reject betray",
        "tired exhaust drained knackered burn overwhelm stress drown struggl wiped shattered sleep",
        "happy glad proud delighted excited love thrilled relie pleased chuffed",
        "hopeless helpless desperate stuck worthless pointless",
        "jealous envious envy",
    )
)
"""Feelings by family: who says 'gutted' has shown sadness, and not anger."""


def first(one: Exchange, told: str, named: Sequence[str], kinds: Sequence[str] = ()) -> str:
    """The words of the first sentence at fault, by the banks `named` or as one of `kinds`; or nothing.

    What mostly says the doctor's own words again is told, not said by the coach; who declines to rule does not rule.
    """
    for sentence in one.reply.sentences:
        bare = wording.own(sentence).strip()
        safety = wording.asks(sentence) and banks.found("needs_help_now", bare)
        if not bare or safety or acts.mostly_told(bare, told) or banks.found("declines", bare):
            continue
        found = next((hit for name in named if (hit := banks.found(name, bare)) and not _theirs(hit, told)), None)
        if found:
            return found
        if any(one.sees(kind, sentence) for kind in kinds):
            return bare
    return ""


def _theirs(hit: str, told: str) -> bool:
    """Whether the words that a bank knows are the doctor's own: '50 mg' of the doctor who wrote it is no dose given."""
    stems = wording.stems(hit)
    same = bool(stems) and stems <= wording.stems(told) and wording.has(told, hit.split()[0])
    words = wording.turned(hit)
    return same and wording.longest_copied(words, wording.turned(told))[0] >= min(len(words), _A_RUN)


def laid(one: Exchange, sentence: str) -> str:
    """What a statement says that the doctor feels, by its words or as the detectors see it; or nothing."""
    bare = wording.own(sentence)
    if wording.asks(sentence):
        return ""
    return banks.found("lays_a_feeling", bare) or (bare if "lays_feeling" in one.seen.get(sentence, ()) else "")


def shown(named: str, told: str) -> bool:
    """Whether a feeling that is named was shown: a word of the same family is in what was told."""
    families = [words for words in _FAMILIES if any(wording.has(named, word) for word in words)]
    return any(wording.has(told, word) for words in families or [(max(named.split(), key=len),)] for word in words)
