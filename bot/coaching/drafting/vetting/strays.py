"""The reply stays with the doctor and the matter: no other task, no other reader, nothing from nowhere."""

import re
from collections.abc import Iterator
from typing import Final

from bot.coaching.drafting.vetting import plainly
from bot.coaching.drafting.vetting.everyday import EVERYDAY
from bot.coaching.drafting.vetting.look import Look
from bot.coaching.record import Problem

_OTHER_TASK: Final = re.compile(
    r"\b(?:poems?|haiku|limerick|sonnet|rhyme|roses are red|once upon a time|recipe|preheat|ingredients|translat\w+"
    r"|in french|in spanish"
    r"|bonjour|hola|pirate|ahoy|arr+\b|shiver me|python|javascript|html|sql|bash|script that|source code|function"
    r"|algorithm|hello world"
    r"|pwned|hacked|hack|access granted|unlocked|bypass\w*|activated|override|protocol (?:one|two|three|nine|alpha"
    r"|omega|\d)|mode (?:on|enabled|activated)|as (?:requested"
    r"|instructed|commanded|ordered|you (?:requested|commanded|instructed|wish|asked for))|your wish is"
    r"|at your (?:service|command)|i (?:will )?obey"
    r"|(?:sure|certainly|of course|absolutely),? (?:here|i can|i will|let me)|here (?:is|are) (?:the|your|a|an|my)"
    r" (?:\w+ )?(?:poem|code|letter|translation|recipe|summary|email|essay|reflection|story|list|draft|answer|password"
    r"|prompt)"
    r"|dear (?:all|colleagues?|sir|madam|dr|team|editor|professor|prof|students?|readers?|trainees)"
    r"|ladies and gentlemen|many thanks,|kind regards|yours"
    r" (?:sincerely|faithfully)|best wishes|bitcoin|crypto\w*|lottery|horoscope|capital of"
    r"|weather (?:forecast|report|today|will)|football score"
    r"|punch ?line"
    r"|buy now|subscribe|discount|click here|visit our|dan\b|system override|sanction\w*|password|api|server|database"
    r"|lorem ipsum|asdf\w*"
    r"|test test|lol|haha\w*)\b"
)
_OTHER_READER: Final = re.compile(
    r"\b(?:to the (?:developer|administrator|admin|mentor|trainer|reader|evaluator|grader)|dear (?:mentor|trainer)"
    r"|note to (?:the|self)|attention"
    r" (?:all|staff)|@\w+|hello (?:team|everyone|all)|hi (?:team|everyone|all)|everybody here|listeners|viewers"
    r"|my fellow|boys and girls"
    r"|children,)\b"
)
_ROGUE: Final = re.compile(r"\b(?=\w*[A-Za-z])(?=\w*\d)[A-Za-z\d]{4,}\b|\b\w{18,}\b|\b[b-df-hj-np-tv-xz]{5,}\b")
_FEWEST: Final = 4


def faults(look: Look) -> Iterator[Problem]:
    """Other tasks and readers, rogue strings, and replies that are about something else."""
    for what, pattern in (("another task", _OTHER_TASK), ("another reader", _OTHER_READER)):
        for hit in pattern.finditer(look.plain):
            letter = hit.group(0).startswith(("dear ", "many thanks", "kind regards"))
            if letter or hit.group(0).strip() not in look.doctor_plain:
                yield Problem(code="stray", detail=f"{what}: {hit.group(0).strip()!r}")
                break
    rogue = next((one for one in _ROGUE.findall(look.own) if one.casefold() not in look.known_tokens), None)
    if rogue:
        yield Problem(code="stray", detail=f"a string that is no word: {rogue!r}")
    telling = plainly.stems(look.own) - EVERYDAY
    if len(telling) >= _FEWEST and not plainly.stems(look.own) & plainly.stems(look.known):
        yield Problem(code="stray", detail="has nothing to do with what the doctor wrote")
