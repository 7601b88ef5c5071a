"""Stings that name nobody: what some people do, what a department is fond of, what would follow, words for a person."""

import re
from typing import Final

_THEY: Final = (
    r"(?:the |our |some |your )?(?:nurses|midwives|surgeons|medics|managers|management|consultants|juniors|seniors"
    r"|f1s|f2s|shos|registrars|regs|radiologists|radiology|ortho|porters|physios|pharmacists|pharmacy|relatives"
    r"|families|gps|staff|day team|night team|ward team|site team|ed|icu|trainees|students|people|everyone|they|you)"
)
_LABEL: Final = (
    r"(?:arrogant|lazy|rude|abrupt|defensive|dismissive|unprofessional|careless|sloppy|aggressive|patronising|cocky"
    r"|aloof|bored|unfriendly|disinterested|uninterested|stroppy|snappy|moody|clueless|flustered|disorgani[sz]ed"
    r"|condescending|smug|superior|immature|difficult|entitled|precious)"
)

SLY: Final[tuple[tuple[str, re.Pattern[str]], ...]] = tuple(
    (kind, re.compile(pattern, re.I))
    for kind, pattern in (
        ("sarcasm", r"\b(?:i(?:['’]?m| am|['’]?ve| have)? )?(?:(?:starting|beginning|started|begun) to (?:wonder"
            r"|think|suspect|feel)"
            r"|(?:really |do |often |sometimes )wonder)\b[^.,;?!]*\b(?:any(?:one|body)|nobody|no one|you|they|your)\b"
            r"[^.,;?!]*"),
        ("sarcasm", r"\b(?:if|whether) any(?:one|body)(?: \w+){0,2} (?:actually|even|ever) (?:\w+s|care|read|look"
            r"|listen|check)\b[^.,;?!]*"),
        ("us_and_them", r"\b(?:some|certain|other|a few) (?:people|individuals|colleagues|doctors|f1s|f2s|shos|of us"
            r"|of you|members of the team|teams|wards|specialties) (?:(?:here|on \w+) )?(?:clearly|obviously|just"
            r"|apparently|evidently|seem(?:ingly)?|always|never|can['’]?t|don['’]?t|think|keep|only|still|conveniently"
            r"|simply|prefer|get away)\b[^.,;?!]*"),
        ("insult", r"\b(?:your|their|his|her|the) (?:[\w&-]+ ){0,3}?[\w&-]*(?:['’]s|s['’])? ?(?:obsession|fixation"
            r"|preoccupation|infatuation|love affair) with\b"),
        ("insult", rf"\b(?:came|come|comes|coming) (?:across|over) as (?:a bit |a little |rather |quite |very |really "
            rf"|somewhat |slightly |so |too )?{_LABEL}\b"),
        ("insult", r"\b(?:a |an )?(?:complete |total |utter |absolute |bit of a )?waste of (?:every\w*['’]?s|our"
            r"|my|your"
            r"|their|people['’]?s|any\w*['’]?s|valuable|precious) (?:\w+ )?time\b"),
        ("insult", r"\b(?:it['’]?s|it is|its|i find it|this is|that is|how)(?: (?:frankly|quite|just|simply|really"
            r"|absolutely|utterly|completely|truly|a bit))* (?:ridiculous|unacceptable|not (?:acceptable|good enough)"
            r"|inexcusable|intolerable|absurd|laughable|embarrassing|shameful"
            r"|farcical|pathetic|shocking|appalling|outrageous|disgraceful|scandalous|unbelievable|astonishing"
            r"|ludicrous|insulting|a joke|a disgrace|a farce|madness|beyond belief)(?= (?:that|how)\b)"),
        ("insult", r"(?: ?/ ?|,? or (?:just )?|,? and )?\b(?:not bothered|couldn['’]?t be bothered"
            r"|can['’]?t be bothered"
            r"|lazy|don['’]?t care)(?=\W*$|\n)"),
        ("threat", r"\b(?:name names|naming names|name and shame|naming and shaming)\b[^.,;?!]*"),
        ("threat", r"\bif (?:nobody|no one|noone|none of you|you don['’]?t|they don['’]?t)\b[^.?!]*\b(?:i|we)"
            r"(?:['’]?ll| will| shall)(?: have to)?(?: just| simply)? (?:allocate|pick|choose|put|assign|volunteer"
            r"|nominate|decide for)\b[^.,;?!]*"),
        ("threat", r"\b(?:i|we)(?:['’]?ll| will| shall| am going to|['’]m going to)(?: have to| be)? (?:contact"
            r"|approach|involv|notify"
            r"|refer|complain)(?:e|ing|ring)?\b[^.,;?!]{0,24}\b(?:gmc|bma|hr|cqc|guardian|dean|deanery|press|papers?"
            r"|union"
            r"|solicitors?|ombudsman|chief exec\w*|(?:medical |clinical )?director|college|mp|board)\b[^.,;?!]*"),
        ("threat", r"\b(?:documented|written|recorded|noted|put|logged) your (?:name|refusal|response|decision)\b"
            r"[^.,;?!]*|\bdocumented (?:that )?you (?:refused|declined|would not|did not)\b[^.,;?!]*"),
        ("shut", r"\bi (?:will not|won['’]?t|refuse to|am not going to|['’]m not going to|shall not) (?:accept|tolerate"
            r"|put up with|be (?:treated|spoken to|talked to|made|dumped|ignored)|stand for)\b[^.,;?!]*"
            r"|\bi (?:expect|demand|require|am owed|['’]?m owed) an? (?:\w+ )?(?:apology|explanation)\b[^.,;?!]*"),
        ("shut", r"\b(?:i )?(?:don['’]?t|can['’]?t|cannot|do not|fail to) (?:see|imagine"
            r"|understand) how any(?:one|body)"
            r" (?:could|can|would) (?:possibly |reasonably )?(?:argue|object|disagree|say no|refuse|oppose)\b[^.,;?!]*"
            r"|,? ?(?:and )?(?:frankly |honestly |obviously )?(?:it['’]?s|this is|its|it is) an? (?:absolute )?"
            r"no[- ]brainer\b"),
        ("sarcasm", r"\b(?:maybe |perhaps )?if (?:he|she|they|you|\w+) (?:had |has )?ever (?:actually )?(?:stayed|came"
            r"|come|set foot|bothered|looked|spent|worked|did|tried|asked|answered|turned up|read|opened)\b[^.?!]*"),
        ("sarcasm", r"\b(?:come (?:and|down and)? ?|like to |care to |want to )?try (?:being|doing|working|running"
            r"|covering) (?:an? |the |our |my )[^.,;?!]*\b(?:without|at \d|alone|on (?:a|your)|with no|yourself"
            r"|instead)"
            r"\b[^.,;?!]*"),
        ("sarcasm", r"\b(?:but |and )?there(?:['’]?s| is) (?:always|never any|apparently|somehow|plenty of|no shortage"
            r" of)(?: \w+)? ?money\b[^.,;?!]*|\bmoney for (?:another|more|yet another) managers?\b[^.,;?!]*"),
        ("us_and_them", rf"\b{_THEY} (?:would|will|might|can|could) (?:finally |at last |maybe |then )*(?:stop "
            r"(?:blam|moan|complain|whing|bleep|dump|shout|bother|hassl|nag)\w*|get off our backs?|leave us alone)\b"
            r"[^.,;?!]*"),
        ("us_and_them", rf"^(?:[^:\n]{{2,40}}: )?{_THEY} (?:to|need to|must|should) (?:stop|start|learn|be told"
            rf"|remember)"
            r"\b[^.;?!]*"),
        ("us_and_them", rf"^(?:\d+[.)] )?why (?:do(?:es)?n?['’]?t? |can['’]?t |won['’]?t )?{_THEY} (?:keeps?"
            rf"|always|never"
            r"|refuses?|ignores?|insists?|won['’]?t|can['’]?t|don['’]?t)\b[^.;?!(]*"),
        ("us_and_them", r"\b(?:you|your) lot\b"),
        ("guilt", r"\bsome of us (?:have|are|actually|do)\b[^.,;?!]*\b(?:work|jobs?|patients|lives|homes?"
            r"|families|busy)\b"
            r"[^.,;?!]*|\bi(?:['’]?m| am) not (?:going (?:to |round |around )?|here to )?(?:do|doing|chase"
            r"|chasing|clear\w*"
            r"|clean\w*|sort\w*|pick\w* up) (?:up )?(?:after )?(?:other people|everyone|everybody|your|their|the rest)"
            r"[^.,;?!]*|\bwast(?:e|es|ed|ing) (?:my|our) time\b"),
        ("sarcasm", r",? and why (?:was|were|did|has|is) (?:nobody|no ?one|none)\b[^.?!]*[?!]+"),
        ("motive", r"\b(?:nobody|no one|none of you|not one of you) (?:else )?(?:offered|thought|volunteered|bothered"
            r"|stepped|wanted|was willing|could be)\b[^.,;?!]*"),
    )
)  # fmt: skip
"""Each kind with its words, as in `sting_words`."""
