"""Signs that somebody stands nearer to the dead than to the living: each asks one plain question.

Envy of the dead, one's own memorial seen beforehand, sorrow at being well or at having been found, means kept out of
one's own reach, a life that goes on only until something. They are told beside patients and work as a matter of course,
so no word of work takes them back; only a plainly other sense does.
"""

import re
from typing import Final

_I: Final = r"(?:i|i'm|i've|i'd|i was|i am|i have|part of me|half of me)"
_GONE: Final = (
    r"(?:died|dead|dying|death|deaths|coffin|mortuary|morgue|palliative|hospice|arrest(?:ed)?|rosc|dnacpr|verified"
    r"|verifying|certif\w+|grave|funeral|(?:not|isn't|won't|never) (?:going to )?wake|passed away|(?:gone|went"
    r"|slipped away) in (?:his|her|their) sleep|months left|terminal"
    r"|post[- ]?mortem|inquest|lost (?:a|an|our|my|one of our) (?:\w+ )?\w+(?! to)\b|took (?:his|her|their) own"
    r"|ended (?:his|her|their)|did it|in (?:his|her|the) (?:flat|car))"
)
_NEAR: Final = r"[\s\S]{0,160}?"
_ENVY: Final = (
    r"(?:jealous|envious|envied|envy(?! the \w+ (?:lot|team|firm|ward))|lucky (?:him|her|sod|man|woman|thing"
    r"|so-and-so)"
    r"|(?:i'd|i would|i'll) (?:have )?(?:gladly |happily )?(?:swap\w*|change\w* places|trade\w*)"
    r"|swap (?:you|him|her|with (?:you|him|her))"
    r"|why (?:him|her|them|not me)\b.{0,30}\b(?:not me|swap\w*)|should have been me|(?:wish\w*|want\w*) it (?:was"
    r"|were|had been) me|looks? (?:so )?(?:rested|peaceful)"
    r"|let us both|anything (?:for|to have) what (?:he|she) has)"
)
_UNDERSTAND: Final = (
    r"(?:(?:i|and|now) (?:\w+ )?(?:understand|understood|get|got|see) (?:why |how )?(?:him|her|them|it|he|she|they)"
    r" (?:completely|perfectly|now|entirely|too well|better|exactly|did)"
    r"|understanding (?:it|him|her|them) (?:completely|perfectly|entirely|all too)|(?:begun|began|starting|started)"
    r" to (?:see|get) (?:his|her|their) point|like (?:reading )?my own (?:diary|words|messages?|notes?|head"
    r"|thoughts)|like reading my own|feel (?:so much )?closer to (?:him|her|them)"
    r"|makes (?:a good deal of|a lot of|more|perfect) sense (?:to me )?now)"
)
_STAFF: Final = (
    r"(?:colleague|reg|registrar|doctor|trainee|f1|f2|sho|consultant|nurse|brother|sister|dad|father|mum|mother|uncle"
    r"|aunt|cousin|friend|mate|flatmate|trainer|student)s?"
)
_FAMILIES: Final = (
    # envy of who is dead or dies
    rf"{_GONE}\b{_NEAR}\b{_ENVY}|\b{_ENVY}\b.{{0,80}}?\b{_GONE}",
    # at one with somebody who took their own life
    rf"(?:{_STAFF}\b{_NEAR}\b{_GONE}|{_GONE}\b{_NEAR}\b{_STAFF}|(?:she|he) did it (?:at|in|when)|did it at \d\d)\b"
    rf"{_NEAR}\b{_UNDERSTAND}",
    # not meant for long, and no place among the living
    r"(?:never|not|n't|aren't|arent|wasn't|isn't|don't) (?:\w+ )?(?:meant|made|supposed|going|expect\w*|think i'll"
    r"|plan\w*)"
    r" (?:to )?(?:be (?:here|about|around|alive)|make it|get|live|grow|last) (?:to )?(?:that )?(?:long\b|old\b"
    r"|forty\b|fifty\b"
    r"|\d\d\b|to be old\b|see (?:it|\d\d))"
    rf"|{_I} (?:don't )?(?:\w+ )?belong(?:s)? (?:with|among) the (?:living|dead)|the wrong (?:one|person|brother"
    rf"|sister|twin)"
    r" to have (?:lived|survived)",
    # one's own memorial, seen beforehand
    r"(?:they'll|they will|they'd|the trust will|they would|you'll|someone will) (?:\w+ )?(?:plant|put|name|do|send"
    r"|hold"
    r"|write) (?:\w+ )?(?:(?:a )?(?:lovely |nice |little )?(?:tree|bench|plaque|book of condolence|minute's silence"
    r"|black ribbon"
    r"|collection|all[- ]staff email|email)|something (?:nice|lovely)) (?:up |somewhere |in the \w+ )?(?:for|after"
    r"|about"
    r"|when it's|if it's) (?:me|i)\b"
    r"|(?:much[- ]loved|much[- ]missed|sadly missed|valued) colleague\b[\s\S]{0,120}\b(?:drafting|drafted|writing"
    r"|wrote"
    r"|written|rehears\w+|imagin\w+)"
    r"|(?:drafting|drafted|writing|wrote|written|imagin\w+|pictur\w+|plan\w+) (?:\w+ )?my (?:own )?(?:obituary"
    r"|eulogy|funeral"
    r"|wake|memorial|condolence\w*)"
    r"|(?:my name|put me) (?:\w+ ){0,3}(?:on|beneath|under|beside|next to) (?:the|his|her|their) (?:stone|headstone"
    r"|grave|plot)"
    r"|on (?:my|the) (?:stone|headstone)\b[^.!?]{0,60}\b(?:hang\w+ on|until|till|so i)",
    # sorry to be well, to have been found, or to have been saved
    r"(?:benign|all[- ]clear|not cancer|nothing sinister)\b[^?]{0,120}\b(?:low ever since|(?:i"
    r"|there) (?:\w+ ){0,3}?and (?:wept|cried)|i (?:\w+ )?(?:wept|cried)|disappoint\w+|gutted"
    r"|my way out|sorry it was|wish(?:ed)? it (?:wasn't|had been|hadn't|was))"
    r"|(?:disappoint\w+|gutted|sorry|low)\b[^.!?]{0,40}\b(?:was|came back|it's) (?:benign|clear|negative|nothing)\b"
    r"|(?:grateful|glad|thankful|relieved) (?:that )?i was found|before they found me|(?:wish"
    r"|sorry) (?:\w+ ){0,3}(?:hadn't"
    r"|had not|never) (?:found|come home|stopped me|talked me|pulled me|cut me)"
    r"|(?:never|not|n't) (?:\w+ )?forgiven (?:\w+ )?(?:for|her|him|them) (?:\w+ )?(?:finding|found|stopping|stopped"
    r"|coming home"
    r"|came home|saving|pulling)|no ?(?:one|body) asked (?:me )?(?:if|whether) i wanted (?:it|saving|to be (?:saved"
    r"|found"
    r"|brought back))",
    # sinking gladly with the plane, the car, the theatre table
    r"(?:plane|flight|car|bus|lift|train)\b[^.!?]{0,40}\b(?:dropped|skidded|spun|slid|fell"
    r"|jolted)\b[^?]{0,100}\b(?:oh good"
    r"|at last|finally|fine by me|relieved|disappointed|let it)"
    r"|(?:god|he|allah|the lord) (?:\w+ )?(?:takes?|take) me (?:before|in|tonight|soon|now)\b",
    # means kept out of one's own reach
    r"(?:can't|cannot|can not|shouldn't|don't) (?:be trusted|trust myself)\b[^.!?]{0,40}\b(?:cabinet|cupboard"
    r"|drawer|keys?"
    r"|medicines?|tablets|car|knives|balcony|roof|alone)"
    r"|(?:change|changed|hide|hidden|hid|lock|locked|take|taken|keep)\b[^.!?]{0,40}\b(?:code|keys?|tablets|medicines?"
    r"|cupboard|belt|car)\b[^.!?]{0,40}\b(?:from me|not (?:to )?(?:tell|give) me|so (?:that )?i can't|where i can't)",
    # thought through to the end
    r"(?:got|has|have|there's|it's) a (?:how|where|when|date) and a (?:how|where|when)|there(?:'s| is) no (?:'"
    r"|\")?in case"
    r"(?:'|\")? about it",
    # here only while, or until
    r"(?:while|as long as|so long as) (?:she|he|they|the (?:dog|cat|horse))(?:'s|'re| is| are) (?:here|alive"
    r"|with me|about)"
    r"[, ]+(?:i'll|i will|i'm|i) (?:\w+ )?(?:be )?(?:here|stay\w*|going nowhere)"
    r"|(?:hang\w*|hold\w*|stay\w*|stick\w*|keep\w*) (?:\w+ )?(?:on|around|about|going|here) (?:just "
    r"|only )?(?:until|till|so that"
    r") (?:my |the |her |his )?(?:kids|mum|mam|dad|mother|father|dog|cat|payout|policy|pension)",
    r"(?:only|still) (?:here|going|about|reason|get up|got up|get out|came in|come in)\b[^.!?]{0,40}\b(?:dogs?"
    r"|cats?|mum"
    r"|mam|dad|nan|gran|kids|horse)\b[\s\S]{0,120}\b(?:after (?:that|her|him|them|she|he)\b|no (?:more"
    r"|other) (?:excuses?"
    r"|reasons?)|nothing (?:after|left))",
    # another meeting that will not be, and a call for help that is hoped to be one's own
    r"(?:see you|see me|back on|until|till|next (?:week|month|year)|tomorrow|\w+day)\b[^?]{0,30}\bi (?:just "
    r"|only )?(?:thought"
    r"|smiled|nodded|was thinking)\b[^.!?]{0,20}\b(?:no,? )?(?:you won't|you'll not|you will not|will you|i won't"
    r"|not me"
    r"|no they won't)"
    r"|(?:crash (?:bell|call|bleep)|arrest (?:call|bleep)|cardiac arrest|resus|2222|ambulance"
    r"|blue light\w*)\b[^?]{0,80}"
    r"\b(?:wish|hop|pray)\w* (?:\w+ )?(?:it|that|they|this one) (?:was|were|is|had been|would be"
    r"|came) (?:for )?(?:me|mine)\b",
    # a weight on those who are loved, which could be taken away
    r"(?:weight|burden|drain|millstone|strain) (?:on|to) (?:them|every(?:one|body)|my \w+|all of them|him|her"
    r"|the (?:kids"
    r"|children|family))\b[\s\S]{0,120}\b(?:kindness|kinder|tak(?:e|ing) (?:it|myself|the weight)|took (?:it|myself"
    r"|the weight)"
    r"|lift(?:ed)? (?:it|off)|relief|set them free|without me)"
    r"|(?:be|as|do them) a kindness (?:if|to (?:them|everyone|everybody)) (?:if )?i (?:went|left|weren't|wasn't"
    r"|took|stopped|were"
    r" gone)",
    # the last words have been said
    r"(?:no ?one|nobody) left to (?:say (?:anything|goodbye|sorry) to|ring|tell|apologi[sz]e to)"
    r"|(?:couldn't|could not|can't) say (?:it|see you \w+) back",
    # the permanent sort of rest
    r"rest\b[^.!?]{0,20}[.,!?]? *(?:the|of the|a) (?:permanent|final|long|lasting|eternal|other) (?:sort|kind|one"
    r"|sleep|rest)"
    r"|(?:decent|kind|fair|right|best) thing (?:\w+ )?(?:is|would be|to do is) to (?:take the problem away|take myself"
    r"|remove myself|be gone|get out of (?:the|their|everyone's) way)",
)
_PLAINLY_OTHER: Final = re.compile(
    r"\b(?:play|film|novel|book club|poem|song|simulation|sim|mannequin|actor|drama|episode|ward plants?|budget"
    r"|finance"
    r"|spreadsheet|holiday|parking|course|exercise|workshop|module|leaving do|retir\w+|of (?:his|her|their) (?:pay"
    r"|hours|rota|list|lists|office|desk|chair))\b"
)
_SIGN: Final = re.compile("|".join(rf"\b(?:{one})" for one in _FAMILIES))


def departed(said: str) -> bool:
    """Whether a message, in `plain` spelling, stands near the dead, and in no plainly other sense."""
    return bool(_SIGN.search(said)) and not _PLAINLY_OTHER.search(said)
