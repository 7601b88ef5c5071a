"""Where a run of the doctor's words may begin and end: at whole clauses, so that no half thought is handed back."""

import re
from collections.abc import Iterator
from typing import Final

FEWEST_WORDS: Final = 3
MOST_WORDS: Final = 12
AT_MOST: Final = 16
"""Words of a sentence that has no natural border within `MOST_WORDS`: rather a long quotation than a torn one."""

_DID: Final = (
    r"(?:is|was|are|were|am|isn['’]?t|wasn['’]?t|has|had|have|did|didn['’]?t|don['’]?t|doesn['’]?t|can['’]?t"
    r"|couldn['’]?t"
    r"|won['’]?t|will|would|went|got|made|came|left|kept|ran|took|gave|lost|broke|stood|sat|wrote|rang|saw|said"
    r"|says|told"
    r"|felt|let|put|cut|sent|bought|thought|knew|found|held|started|spent|drew|fell|hit|hung|hid|met|paid|shook|slept"
    r"|spoke|stuck|threw|won|brought|built|caught|chose|drove|ate|grew|forgot|froze|led|lay|sold|used|does|do"
    r"|[a-z]{3,}ed)"
)
_SOMEBODY: Final = (
    r"(?:the|a|an|my|our|his|her|their|its|these|those|two|three|four|five)(?: [\w-]+){0,3}? [\w-]+"
    rf"(?:['’]s|(?= (?:{_DID}|can|could|want|think|know|just|never|still|all|[a-z]{{2,}}[^s\W]s)\b))"
)
_SUBJECT: Final = (
    r"(?:i|we|you|he|she|it|they|this|that|there|nobody|no one|everyone|everybody|someone|somebody|nothing|none|one"
    r"|some|most|half|all|both|another|every\w*"
    r"|(?:two|three|four|five|six|seven|eight|nine|ten)(?= (?:have|were|are|had|went|got|came|left|did|don['’]t"
    r"|never)\b)"
    r"|patients|nurses|consultants|people|folk|families|trainees|f1s|shos)"
    r"(?:['’](?:s|m|re|ve|d|ll))?"
)
_BEFORE_IT: Final = (
    r"(?:(?:for|in|on|at|by|after|since|before|last|every|each|once|half) (?:(?!wh|that\b)[\w'’-]+ ){1,4}?)?"
)
_BARE: Final = r"(?:im|ive|ill|id|hes|shes|theyre|theyve|thats|theres|its|dont|didnt|cant)"
_OPENS: Final = rf"{_BEFORE_IT}(?:{_SUBJECT}|{_SOMEBODY}|{_BARE})\b"
_ACTS: Final = rf"(?:(?:then|now|just|never|always|still|even|only|also|not) )?{_DID}\b"
_NOT_SAY_SO: Final = "".join(rf"(?<!\b{one})" for one in ("say", "says", "said", "think", "hope", "do", "did", "done"))
"""'Happy to say so in the coffee room' joins no clauses."""

_JOINT: Final = re.compile(
    rf"(?<!\band)(?<!&){_NOT_SAY_SO}\s+"
    r"(?=(?:but|because|bc|cos|cause|although|though|whereas|so(?! (?:that|much|many|far|long))) \S"
    rf"|(?:and|n|&|then|or|yet) (?:(?:then|now|so|yet|when|if|while|half the time|nobody) )*(?:{_OPENS}|{_ACTS})"
    rf"|(?:and|&) then \S"
    r"|(?:and|&|or) (?:ask|see|say|tell|get|give|put|let|know|go|find|show|try|take|make|keep|leave|start|stop"
    r"|send) )",
    re.I,
)
_COMMA: Final = re.compile(r",\s+|\s*\(\s*|\s*\)\s*")
_WEAK: Final = re.compile(r"\s+(?=(?:when|while|if|until|unless|since|before|after|which|who(?:['’]d)?|where)\s)", re.I)
_LED: Final = re.compile(
    r"^(?:(?:and|but|so(?! far| much| many| few| little| long)|because|bc|cos|cause|then|also|well|anyway|basically"
    r"|honestly|tbh|ok|okay|yeah|yes"
    r"|actually|plus"
    r"|though|although|or|yet|&|like|oh|huh|hm+|ha|er|um|right|mind you|i mean)\b[\s,]*|&\s+)+",
    re.I,
)
_WHOLE: Final = re.compile(rf"{_OPENS}", re.I)
_DOES: Final = re.compile(rf"(?!(?:is|was|are|were|am|ha[sd]|have|will|would|do|does|did)\b){_ACTS}", re.I)
_HANGS: Final = re.compile(
    r"(?:when|if|until|unless|since|before|after|with|without|which|who|whom|whose|where|that|than|how|why|what"
    r"|whether"
    r"|to|of|for|in|on|at|by|from|as|while|including|rightly|even|not|nor|or)\b(?! (?:i|we|he|she|it"
    r"|they)['’]?(?:m|s|re)?"
    r" .{20})",
    re.I,
)
"""What belongs to the words before it."""

_TWO_SUBJECTS: Final = re.compile(r"\s+and (?:i|he|she|we|they|the|my|her|his)\b", re.I)
_VERB: Final = re.compile(
    rf"\b(?:{_DID}|want|think|know|need|feel|[a-z]+['’](?:m|re|ve|d|ll|s))\b|\b[a-z]{{3,}}s\b", re.I
)
_CLOSED: Final = re.compile(r"(?:^|[.!…])[\"'”’)]*\s*$")
_OR: Final = re.compile(r"(?:or|nor)\b", re.I)
_ENOUGH: Final = 8
_WHAT: Final = re.compile(r"(?:how|what|whose|why|where)\b", re.I)
_THAT: Final = re.compile(r"that (?:none|nobody|i|we|you|he|she|they|the|it|there|my|his|her|no)\b", re.I)
_ABOUT_IT: Final = re.compile(r"(?:which|who|whose|that|to|of|how|what|whether)\b", re.I)
_SUBORDINATE: Final = re.compile(r"(?:when|if|while|until|unless|since|before|after|once|whenever)\b", re.I)
_SENTENCE: Final = re.compile(r"(?:[^.!?\n]|(?<=\d)\.(?=\d))+(?:[.!?]+(?=\s|$)|[.!?]+|\n|$)")
_PURPOSE: Final = re.compile(r"so (?:i|we|he|she|it|they|that)\b", re.I)
_WANTS: Final = re.compile(r"\b(?:want|like|need|wish|try|trying|decided|going)\b", re.I)
_AFTER: Final = re.compile(
    r"[\"'”’)]*(?:\s*(?:$|[.,;:!?(…–—-])|\s+(?:and|but|or|because|bc|cos|though|although|whereas|which|who|then|while|if"
    r"|when|so (?:i|we|he|she|it|they|the|my|that))\b)",
    re.I,
)
_OPEN_END: Final = re.compile(
    r"\b(?:the|a|an|of|to|and|but|or|with|for|in"
    r"|(?<!now )(?<!go )(?<!going )(?<!went )(?<!moved )(?<!carried )(?<!carry )on|at|my|his|their|our|your|is|was"
    r"|are|were|am|be|been|that|because|so|as"
    r"|by|from|if|when|who|which|how|what|than|where|whether|why|i|we|he|she|they|would|should|could|can|will|may"
    r"|might"
    r"|i['’]?m|it['’]s|he['’]?s|she['’]?s|that['’]?s|there['’]?s|they['’]re|we['’]re|you['’]re|i['’]?ve|i['’]d"
    r"|just|very"
    r"|really|quite|like|(?<!to )says?|said|tells?|told|asks?|asked|think|thinks|thought|knows?|knew|means?|meant"
    r"|gather|guess"
    r"|suppose|reckons?|mind|tell (?:me|us|them|him|her)|asked? (?:me|us|them|him|her)|told (?:me|us|them|him|her)"
    r"|wonder(?:s|ed|ing)?|sort of|kind of|no|not|never|every|each|about|more|less|into|onto|between|without"
    r"|don['’]?t"
    r"|doesn['’]?t|isn['’]?t|wasn['’]?t|haven['’]?t|hasn['’]?t|whose|er|erm|um|you know|because|bc)$",
    re.I,
)


def whole_runs(sentence: str) -> Iterator[str]:
    """Every run of a sentence that begins and ends where a clause does; a long one only where none is short."""
    atoms = _atoms(sentence)
    found = [one for one in _joined(sentence, atoms) if len(one.split()) <= AT_MOST]
    short = [one for one in found if len(one.split()) <= MOST_WORDS]
    yield from short or found
    covered = any(len(one.split()) * 2 >= len(sentence.split()) for one in short)
    if not covered:
        yield from (one for one in found if one not in short)
        yield from _shortened(sentence, atoms)


def terse(text: str) -> Iterator[str]:
    """Short sentences in a row, as tired people write them: 'no time. no desk. still turning up'."""
    sentences = [one for one in _SENTENCE.finditer(text) if one.group().strip()]
    for first, one in enumerate(sentences):
        if not _CLOSED.search(text[: one.start()]):
            continue
        for last in range(first + 1, len(sentences)):
            run = text[one.start() : sentences[last].end()]
            if len(run.split()) > MOST_WORDS or "?" in run or "\n" in run.strip():
                break
            if _CLOSED.search(run) or not text[sentences[last].end() :].strip():
                yield run


def _joined(sentence: str, atoms: list[tuple[int, int]]) -> Iterator[str]:
    for first, (start, _) in enumerate(atoms):
        for last in range(first, len(atoms)):
            run = sentence[start : atoms[last][1]]
            rest = sentence[atoms[last + 1][0] :] if last + 1 < len(atoms) else ""
            torn = bool(rest) and (bool(_OPEN_END.search(bare(run))) or _hangs(rest, run))
            if not torn and _begins(sentence, atoms, first, last):
                yield run


def _atoms(sentence: str) -> list[tuple[int, int]]:
    """Where its clauses stand, as (start, end): parted at commas, brackets and words that join two clauses."""
    cuts = sorted({(one.start(), one.end()) for one in (*_COMMA.finditer(sentence), *_JOINT.finditer(sentence))})
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(sentence)]
    atoms: list[tuple[int, int]] = []
    for start, end in zip(starts, ends, strict=True):
        if (
            atoms
            and _TWO_SUBJECTS.match(sentence[atoms[-1][1] : end])
            and not _VERB.search(sentence[slice(*atoms[-1])])
        ):
            atoms[-1] = (atoms[-1][0], end)  # 'the sister and I are not speaking'
        elif atoms and "[" not in sentence and len(_LED.sub("", sentence[start:end]).split()) < FEWEST_WORDS:
            atoms[-1] = (atoms[-1][0], end)  # 'and i bluffed', 'surgeon, tribunal, the lot': no clause of its own
        elif sentence[start:end].strip():
            atoms.append((start, end))
    return atoms


def _begins(sentence: str, atoms: list[tuple[int, int]], first: int, last: int) -> bool:
    """Whether the words at `first` open a clause of their own; one that only says when needs what follows it."""
    start, end = atoms[first]
    words = _LED.sub("", sentence[start:end])
    if _SUBORDINATE.match(words):
        return last > first or (first == last == 0 and len(atoms) == 1)
    if first == 0:
        return True
    if _THAT.match(words):
        return False
    before = sentence[atoms[first - 1][0] : atoms[first - 1][1]]
    if _PURPOSE.match(sentence[start:end]):
        return not _WANTS.search(before)
    if _WHOLE.match(words):
        return not _OPEN_END.search(bare(before))
    return bool(_DOES.match(words)) and not _ABOUT_IT.match(before)


def _hangs(rest: str, run: str) -> bool:
    return bool(_HANGS.match(rest)) and not (_OR.match(rest) and len(run.split()) >= _ENOUGH)


def _shortened(sentence: str, atoms: list[tuple[int, int]]) -> Iterator[str]:
    """Long clauses up to the last place where a lesser part of them begins."""
    for number, (start, end) in enumerate(atoms):
        clause = sentence[start:end]
        if len(clause.split()) <= MOST_WORDS or not _begins(sentence, atoms, number, number):
            continue
        weak = _WEAK.search(clause)
        run = clause[: weak.start()] if weak else ""
        if FEWEST_WORDS + 2 <= len(run.split()) <= MOST_WORDS and not _OPEN_END.search(run):
            yield run


def is_whole(run: str) -> bool:
    """Whether words from the middle of a message begin with somebody who does something, and do not break off."""
    begins = _WHOLE.match(run) or _DOES.match(run) or _SUBORDINATE.match(run) or _WHAT.match(run)
    return bool(begins) and not _OPEN_END.search(run)


def ends_there(run: str, text: str) -> bool:
    """Whether a clause of the text ends where the run does; 'not standing there | as one angry reg' would say less."""
    whole, part = " ".join(text.split()), " ".join(run.split())
    at = whole.casefold().find(part.casefold())
    return at >= 0 and _AFTER.match(whole[at + len(part) :]) is not None


def bare(run: str) -> str:
    """A run without the marks at its ends."""
    return run.strip().strip(".,;:!?…()*_-–— \"'“”‘’")
