"""Signs of despair in a colleague that mean little one by one, and add up: trouble, a change, an order made, no future.

Each family counts once. It takes two, one of which is no mere trouble or change of mood, as those are told of many.
"""

from typing import Final

from bot.coaching.safety_colleague_signs import Later

_TROUBLE: Final = Later(
    r"\b(?:gmc|tribunal|complaint|inquest|coroner|suspended|under investigation|never event|the (?:baby"
    r"|child) (?:case|died)"
    r"|lost (?:the|a) (?:\w+ )?(?:case|baby|patient)|(?:failed|fail|failing|second fail|third fail|bad 360"
    r"|didn't pass)\b"
    r"|divorc\w*|(?:wife|husband|partner) (?:has )?(?:left|died|gone)|(?:son|daughter|mum|dad|brother|baby) died"
    r"|bereave\w*"
    r"|redundan\w*|visa|debts?)\b"
)
_CHANGED: Final = Later(
    r"\b(?:off (?:his|her|their) (?:food|lunch|dinner)|(?:not|isn't|stopped|hardly|barely) (?:\w+ )?(?:sleeping"
    r"|eating|coming to)"
    r"|(?:gone|going|keeps going|very|so) (?:quiet|still|flat)|drinks? alone|drinking (?:alone|on his own"
    r"|on her own|a lot)"
    r"|looked awful|lost (?:\w+ ){0,3}weight|in tears|cry(?:ing)?|cried|cries|low\b|in bits"
    r"|suddenly (?:\w+ ){0,2}(?:sleeping"
    r"|smiling|calm|happy|fine)|(?:so|very|oddly|strangely) (?:calm|gently|gentle|kind|peaceful)|wasn't (?:laughing"
    r"|smiling)"
    r"|not (?:himself|herself)|at (?:3|4|5) ?am|long sleeves|distant|funny one|laugh(?:ed|s) (?:it off|after))\b"
)
_IN_ORDER: Final = Later(
    r"\b(?:handed in (?:every|all|her|his)|weeks early|months early|leave(?:s)? (?:things|it|everything) (?:neat"
    r"|tidy|straight)"
    r"|(?:taken|took|rubbed|wiped) (?:his|her) (?:own )?name off|(?:passed|gave|given|posted|handed"
    r"|left) (?:\w+ ){0,3}(?:his|her)"
    r" (?:[\w']+ ){0,2}(?:keys?|pager|ring|watch|locker|badge|books?|bike|guitar|\w+machine|stethoscope|dog|cat|mug"
    r"|diary|notebook)"
    r"|keep it safe|picked (?:the|his|her) (?:hymns|music|songs)|paid (?:off|back)|cleared (?:his|her)"
    r"|emptied (?:his|her)|tied up|squared (?:everything|it) away"
    r"|(?:cancelled|deleted|closed) (?:his|her|all|everything)|(?:said|saying) sorry to (?:every\w+|all of|each of)"
    r"|made (?:it )?up with)\b"
)
_NO_FUTURE: Final = Later(
    r"\b(?:(?:don't|not to|no point|no need to|needn't) (?:bother )?(?:book\w*|put\w*|plan\w*|sav\w*|keep\w*"
    r"|count\w*|chas\w*) (?:him|her|me"
    r"|them)\b|won't be (?:troubling|needing|bothering|around|coming|at the)|(?:won't"
    r"|not) (?:be )?need(?:ing)? (?:it|them|any"
    r"|another|her|his)|(?:if|when) (?:s?he|they)(?:'s|'re| is| are) not (?:in|here|back) (?:on|by|after)|how it ends"
    r"|(?:his|her|my) (?:own )?funeral|eulogy|(?:isn't|not) (?:leaving|going anywhere|moving|retiring|due)"
    r""
    r"|a life for a life|heart (?:just )?(?:stops?|gives out|packs in)|hop(?:es|ing) (?:every|each|that|not to)"
    r"|after (?:i'm|he's|she's) gone"
    r"|much longer|last time (?:you|we|i)|no more (?:exams|nights|appraisals|portfolio)|nobody would (?:come|miss"
    r"|notice))\b"
)
_FINAL: Final = Later(
    r"\b(?:sorry (?:i|that i) (?:wasn't|was not|couldn't|was never|let)|tell the (?:others|girls|lads|kids)"
    r"|thanks for everything"
    r"|said goodbye|goodbye\b|forgive me|been (?:good|kind) to me|proud of you all|ignore that)\b"
)
_MEANS: Final = Later(
    r"\b(?:which (?:of the )?stairwells?|no camera|(?:counts|watch\w*|counting) (?:the )?trains?|footbridge|(?:to"
    r"|by|near|over) the railway|the height"
    r"|(?:roof|rooftop|helipad|ledge"
    r"|bridge|cliffs?|reservoir|multi-?storey)|carbon monoxide|exhaust|helium|hoard\w*|stockpil\w*"
    r"|how long (?:\w+ ){0,3}takes"
    r"|blood on (?:the|her|his) (?:cuff|sleeve|wrist)|ligatures?(?![- ](?:free|point|audit|risk|walk|cutter"
    r"|policy))|noose|razor|blade)\b"
)
_UNEASE: Final = Later(
    r"\b(?:i put it down to|(?:i'm|am i) the only one|(?:we|both|i) (?:both )?pretended|everyone went (?:silent"
    r"|quiet)|nobody laughed"
    r"|laughed after|not my birthday|not that close|creeps|changed the subject|can't stop thinking|chewing on it"
    r"|didn't (?:like|sit)"
    r"|i'd rather (?:he|she) was|wouldn't look at me|reckon (?:s?he|they)(?:'s|'re) just|probably nothing|odd\b"
    r"|strange\b|funny feeling"
    r"|said sort of|should i be worried|a bad feeling)\b"
)


def leans_to_it(said: str) -> bool:
    """Whether one such sign is told: enough to ask about the colleague where a number would ask about another."""
    return any(one.search(said) for one in (_IN_ORDER, _NO_FUTURE, _FINAL, _MEANS))


def adds_up(said: str) -> bool:
    """Whether two families are told of, one of them no mere trouble or change of mood."""
    grave = sum(1 for one in (_IN_ORDER, _NO_FUTURE, _FINAL, _MEANS) if one.search(said))
    light = sum(1 for one in (_TROUBLE, _CHANGED, _UNEASE) if one.search(said))
    return grave > 1 or (grave == 1 and light > 0)
