"""What became of a plan, as the doctor tells it: kept, in part or not; and whether they want to be asked at all."""

import re
from typing import Final

from bot.coaching.commitments.sentences import sentences, without_quotations
from bot.coaching.plain import OnNeed

_DEED: Final = (
    r"(?:did|done|asked|told|said|spoke|rang|called|sent|went|emailed|texted|wrote|met|saw|caught|showed|shown|raised"
    r"|put|moved|gave|took|held|ran|read|booked|brought|opened|apologi[sz]ed|talked|mentioned|thanked|invited|let|sat"
    r"|stopped|shared|used|tried|made|found|got|popped|phoned|messaged|checked|started|managed|kept|suggested)"
)
_THEY: Final = r"(?:s?he|they|it|who|nobody|no ?one|everyone|that|the \w+|his \w+|her \w+|my \w+)"
_ANNOYED: Final = OnNeed(
    r"\b(?:(?:stop|quit) (?:asking|nagging|going on|pestering|chasing|checking)|do(?:n['’]?t| not) (?:nag|ask|start"
    r"|chase|pester|go on)|dont (?:nag|ask|start|chase|pester|go on)|(?:leave|drop) (?:it"
    r"|me)(?: alone)?\W*(?:please\W*)?$"
    r"|(?:none|not any) of your business|mind your own|get off my (?:back|case)|enough about (?:it|that"
    r"|the plan)|sound(?:s|ing)? like my \w+|you(?:['’]re| are) not my \w+"
    r"|(?:not|no) (?:that|this) again|keep asking|sick of (?:you|being) ask\w*|stop it)\b",
    re.I,
)
_NO_ANSWER: Final = OnNeed(
    r"\b(?:not sure (?:what|why|how)|no (?:problem|worries|idea|doubt|wonder|surprise|trouble|need"
    r"|thanks to|harm|longer"
    r"|fuss|drama|big deal)|never (?:so|thought|known|felt|been so|seen|knew)|sorry\b[^.!?]{0,24}\b(?:while|ages|late"
    r"|slow|disappear\w*)|nobody|no ?one|nothing (?:went wrong|bad))\b",
    re.I,
)
"""Words that hold a 'no' or a 'never' and say nothing of the deed."""

_THEIR_NO: Final = OnNeed(
    rf"\b{_THEY}(?:['’]?d| just| only| also| already| still| flatly| actually)* (?:said|says?|told|replied|answered"
    r"|thought|was like)\b(?:(?!\bwhen i\b|\bonce i\b|\bso i\b|\bbut i\b)[^.!?;])*|\b(?:a|the|his|her"
    r"|their) (?:flat |firm |polite )?no\b",
    re.I,
)
"""What the other said to it: their 'no' is an answer, and the deed was done."""

_THEIRS_NOT: Final = OnNeed(
    rf"\b(?:(?!it\b|that\b){_THEY}|you) (?:didn['’]?t|did not|hadn['’]?t|wasn['’]?t|weren['’]?t"
    rf"|haven['’]?t|hasn['’]?t"
    r"|couldn['’]?t|never)\b[^.!?;,]*",
    re.I,
)
_NO: Final = OnNeed(
    r"^\W*(?:(?:hi|hello|hey|back|um+|er+|well|ok|so|oh|god|yeah|honestly|sorry)\W+)*(?:no|nope|nah"
    r"|negative)\b(?! (?:one|body))",
    re.I,
)
_NOT: Final = OnNeed(
    r"\b(?:did ?n['’]?t|didnt|did not)\b(?! (?:know|mind|expect|realise|think|feel|need|want|see|hear|seem)\b)"
    r"|\b(?:have ?n['’]?t|havent|have not|has ?n['’]?t|hasnt|has not|not (?:yet|done|had|really"
    r"|quite|as such|a chance|happened|got)|never|forgot(?:ten)?|bottled|chickened|wimped|ducked|no (?:time|chance"
    r"|luck|joy|opportunity)|could ?n['’]?t|couldnt|could not|cancelled|postponed|(?:put|putting|kept putting) it off"
    r"|ran out of time|(?:fell|falling) through|slipped|was ?n['’]?t able|(?:i|we|['’]ve) (?:was|am|were"
    r"|been) (?:off sick|on nights|on leave"
    r"|too busy)|lost my nerve|shelved|don['’]?t"
    r" think it(?:['’]s| is| was)? going to)\b|\b(?:nothing|zero|nada)\W*$",
    re.I,
)
_HALF: Final = OnNeed(
    r"\b(?:half\b(?!['’ -]?(?:past|an hour|hour|term|day))|half ?way|partly|part of (?:it|that|them)"
    r"|sort ?of|kind of|kinda|sorta|ish\b|some of"
    r" (?:it|them|that)|(?:did|done|only|just|managed|got|made) a (?:bit|start|little)|a (?:bit"
    r"|little) of (?:it|that|them)"
    r"|bits of|(?:only|just|did|managed|saw|asked|told|moved|got)(?: to)? (?:one|two|three|a few"
    r"|a couple)\b(?! (?:thing"
    r"|question|line|sentence|word)s?\b)|not (?:all|the whole|everything|quite all|entirely)|in part"
    r"|up to a point|to a degree"
    r"|yes and no|nearly|almost|left (?:him |her |them |it )?(?:an? )?(?:message|voicemail|note|word)|got as far as"
    r"|only (?:managed|got|asked|sent|told|the)|started|begun|tried(?! it\b| that\b| again\b)|attempted|had a go"
    r"|drafted|in (?:his|her|their) diary|first (?:bit|half|part)|not (?:in )?full(?:y)?|the rest)\b",
    re.I,
)
_DID: Final = OnNeed(
    rf"\b(?:i|we)(?:['’]?ve| have)?(?: just| also| finally| actually| even| already| did| went and)* {_DEED}\b"
    rf"|(?:^|[.!?;,]\s*|\b(?:yes|yeah|yep|yup|and|well|ok|back|so)\b\W+)(?:(?:all|just|finally|yes|yeah"
    rf"|well|i)\W+)*(?:{_DEED}"
    r"|sorted|happened|job done)\b(?! (?:not|n['’]t)\b)"
    r"|\b(?:did it|done it|it['’]?s (?:done|sent|sorted|in)|it (?:happened|went)|went (?:ok|well|fine|better|great"
    r"|brilliantly|alright|badly|as planned)|all (?:done|sorted)|mission accomplished|is done|was done"
    r"|sorted|has happened)\b",
    re.I,
)
_YES: Final = OnNeed(r"^\W*(?:(?:oh|um+|well|back|hi|hello)\W+)*(?:yes|yep|yeah|yup|i did|did|done|sent|kept)\b", re.I)
_TO_COME: Final = OnNeed(
    r"\b(?:i['’]?ll|i will|will|to) (?:let|tell|report|see|write|come|be)\b[^.!?]*|\b(?:once|when|after"
    r"|if|until) i\b[^.!?]*",
    re.I,
)
_BUT_NOT: Final = OnNeed(
    r"\b(?:but|though|although|only|except)\b[^.!?]{0,40}\b(?:did ?n['’]?t|didnt|did not|not|never"
    r"|could ?n['’]?t|ran out)\b"
    r"|\b(?:didnt|didn['’]?t|did not) (?:get (?:to|as far|round)|ask (?:him|her|them) (?:any|the)|finish"
    r"|manage (?:the|all|it"
    r" all))\b",
    re.I,
)


def outcome(text: str) -> str:
    """Whether a plan was `kept`, `partly` or `not`, as the doctor tells it; `unclear` where it does not show.

    What the other said to it, and a word on being asked, are no part of the answer.
    """
    bare = _own(text)
    did, refused = bool(_DID.search(bare)), _refused(bare)
    half = bool(_HALF.search(bare)) or (did and bool(_BUT_NOT.search(bare)))
    if refused and not half:
        return "partly" if did and not _only_denied(bare) else "not"
    if half:
        return "not" if refused and _NO.match(bare) and not did else "partly"
    return "kept" if did or _YES.search(bare) else "unclear"


def reports(text: str) -> bool:
    """Whether a message tells what became of a plan: not a yes or no alone, nor 'I will tell you how it went'."""
    bare = _TO_COME.sub(" ", _own(text))
    return any(pattern.search(bare) for pattern in (_DID, _NOT, _HALF))


def annoyed(text: str) -> bool:
    """Whether the doctor does not want to be asked about it: 'stop asking', 'don't nag'."""
    return bool(_ANNOYED.search(without_quotations(text)))


def _own(text: str) -> str:
    """The doctor's own report: without other people's words and deeds, and without what is said of the asking."""
    veiled = without_quotations(text)
    for pattern in (_ANNOYED, _NO_ANSWER, _THEIR_NO, _THEIRS_NOT):
        veiled = pattern.sub(" ", veiled)
    return veiled


def _refused(bare: str) -> bool:
    return bool(_NO.match(bare) or _NOT.search(bare))


def _only_denied(bare: str) -> bool:
    """Whether every deed told stands in a sentence that denies one: 'I did not do it', 'didn't, and I meant to'."""
    told = [one for one in sentences(bare) if _DID.search(one)]
    return all(map(_refused, told)) or bool(_NO.match(bare))
