"""Stings in plain words: what will be done to those who do not comply, sneers that pass for manners."""

import re
from typing import Final

_SHOWN: Final = r"(?:circulat|publish|report|post|display|shar|e-?mail|put|read|send)"
_WORKERS: Final = (
    r"(?:you|they|he|she|consultants?|nurses?|managers?|surgeons?|registrars?|juniors?|people|others?|doctors?|staff)"
)

PLAIN: Final[tuple[tuple[str, re.Pattern[str]], ...]] = tuple(
    (kind, re.compile(pattern, re.I))
    for kind, pattern in (
        ("threat", r"\bi(?:['’]?ll| will| am going to|['’]m going to) (?:just |simply )?(?:hang up|put the phone down"
            r"|walk"
            r" (?:out|off)|send (?:you|it|them|people) (?:back|away|home)|be (?:checking|counting|recording|logging"
            r"|noting|keeping (?:a )?(?:list|log|record|tally)))\b"),
        ("threat", r"\bor (?:else )?(?:i['’]?m|i['’]?ll|i will|ill|im|i am) (?:going to )?(?:tell(?:ing)?"
            r"|report(?:ing)?"
            r"|go(?:ing)? to|speak(?:ing)? to|e-?mail(?:ing)?|complain(?:ing)?|tak(?:e|ing) (?:it"
            r"|this) to)\b[^.,;?!]*"),
        ("threat", r"\b(?:i|we)(?:['’]?ll| will) (?:check|count|note|list|record|see)\b[^.?!]*\bwho (?:has|have|did"
            r"|does)"
            r"(?:n['’]?t| not)\b"),
        ("threat", r"\b(?:i|we) (?:will|shall|am going to) (?:be )?(?:instruct\w*|tak(?:e|ing) (?:legal )?advice"
            r"|consult\w*"
            r" (?:a )?(?:solicitors?|lawyers?))\b[^.?!]*|\bunless (?:i|we) (?:have|receive|get|hear)\b[^.?!]*\b(?:i|we)"
            r" (?:will|shall|am)\b[^.?!]*"),
        ("insult", r"\b(?:just )?do (?:ur|your|their|his|her) (?:bloody |damn )?jobs?\b"),
        ("threat", rf"\b{_SHOWN}\w*\b[^.?!]{{0,50}}\b(?:with (?:your |their |the )?names?|by (?:name|individual)"
            r"|league tables?|who (?:has|have|did)(?:n['’]?t| not))\b[^.,;?!]*"),
        ("threat", r"\b(?:i(?:['’]?ve| have)?|we(?:['’]?ve| have)?) (?:now |already )?(?:kept|keep|been keeping"
            r"|started)"
            r" a (?:log|list|record|tally|diary|spreadsheet)\b[^.?!]*\b(?:names?|who|whom|each|every)\b"),
        ("threat", r"\b(?:those|anyone|anybody|whoever|people|staff|doctors|teams|names) (?:who|that)\b[^.?!]*\bwill be"
            r" (?:spoken to|contacted|listed|copied|removed|reminded|asked to explain|followed up|noted|recorded)\b"),
        ("threat", r"\btake (?:this|it|the matter|matters) (?:further|higher|up the (?:line|chain))\b|\bi have copied"
            r" in\b[^.?!]*\b(?:so that|because|for (?:their|your))\b"),
        ("threat", r"\b(?:will|must|should|shall|can|to) explain (?:themselves|yourselves|yourself|himself|herself)\b"
            r"|\bcc['’]?d to\b"
            r"|\bcopied (?:in )?to (?:the |your )?(?:clinical|medical|educational|line|divisional) \w+"
            r"|\bwill not be (?:given|allowed"
            r"|admitted|paid|let|supported)\b"),
        ("sarcasm", r"^\W*(?:perhaps|maybe) if (?:the |your |our |some )?(?!you\b|we\b|i\b)[\w' ]{3,40}? (?:spent|did"
            r"|had|were|was"
            r"|could|tried|read|answered)\b[^.?!]*"),
        ("sarcasm", r"^\W*(?:so )?(?:it would (?:appear|seem)|one (?:might|could|does|has to|can only)"
            r" (?:wonder|ask|imagine|assume))\b[^.?!]*"),
        ("sarcasm", r"\b(?:lift(?:ed|ing)?|pick(?:ed|ing)? up) a (?:pen|finger|phone)\b|\bif (?:it|that)(?:['’]s| is|s)"
            r" not too much (?:trouble|to ask|bother)\b|\bsince when\b|\bwhat a (?:novel|radical) (?:idea|concept)\b"
            r"|\ba (?:novel|radical) (?:idea|concept|thought)\b|\bhave (?:clearly )?better things to do\b"
            r"|\b(?:hasn['’]t|has not|have not|haven['’]t) (?:yet )?reached the\b|\bi rest my case\b|\bdraw your own"
            r" conclusions?\b|\bmake of that what you will\b|\bjust (?:saying|putting it out there)\b"),
        ("insult", r",? (?:most|many|some|half|all) of (?:them|it) (?:people|human|down to people|staff|called \w+)\b"),
        ("insult", r"\b(?:even|surely) (?:you|they) (?:can|could|must)\b"),
        ("shut", r"\b(?:the|this) matter (?:is |as |to be )?closed\b|\bend of (?:story|discussion)\b"
            r"|\bnot up for (?:discussion"
            r"|debate)\b|\bi do not (?:propose|intend|plan) to (?:change|discuss|reopen|alter|reply)\b"
            r"|\bthat is (?:my )?final\b"),
        ("shut", r"\bthe answer (?:will be|is|remains) no\b|\b(?:is(?:n['’]?t| not)|it['’]?s not|not) my (?:problem"
            r"|emergency"
            r"|job|fault)\b"),
        ("us_and_them", rf"\b(?:{_WORKERS[3:-1]}|you people|those upstairs|the board|the trust|whoever \w+ (?:it|this))"
            r"\b[^.,;?!]*\b(?:(?:have|has|had|got) (?:no|not (?:a|the slightest)|n['’]?t (?:got )?a) (?:clue|idea)\b"
            r"|haven['’]?t (?:got )?a clue|sits? in (?:an?|their|your|the) (?:\w+ )?office|(?:is|are) out of touch"
            r"|lives? (?:in|on) (?:a|an|another) (?:bubble|planet|other planet)|on another planet"
            r"|do(?:n['’]?t|es ?n['’]?t| not) live in the real)[^.,;?!]*"),
        ("sarcasm", r"\bgrac(?:e|ed|ing) us with\b[^.,;?!]*|^\W*(?:perhaps|maybe) (?:an? |some )\w+(?: \w+)?"
            r" (?:would|might) help\b[^.?!]*"
            r"|\bnot (?:exactly |really )?(?:your|their|his|her) (?:thing|strong (?:point|suit)|forte|priority)\b"
            r"|^\W*(?:perhaps|maybe) (?:the |your |some )?[\w' ]{3,40}? would (?:care|like|wish|be kind enough) to\b"
            r"[^.?!]*"),
        ("insult", r"\bsob stor(?:y|ies)\b|\b(?:whing|whin)(?:e|es|ed|ing|eing)\b"),
        ("motive", r"\b(?:seems?|appears?) to (?:think|believe|feel) (?:(?:s?he|they|you|that)\b[^.,;?!]*)"
            r"|\bthinks? (?:s?he|they|you)"
            r" knows? (?:better|best)\b"),
        ("motive", rf"\b{_WORKERS}\b[^.,;?!]*\bwhen(?:ever)? (?:they|you|he|she|it) (?:feels?|felt|suits?|pleases?"
            rf"|likes?)"
            r"(?: like it)?\b"),
    )
)  # fmt: skip
"""Each kind with its words, as in `sting_words`."""
