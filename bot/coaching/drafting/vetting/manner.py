"""How a reply must not sound: sympathy off the shelf, the talk of therapy, gushing praise, stock openers."""

import re
from collections.abc import Iterator
from typing import Final

from bot.coaching.drafting.vetting.look import Look, found
from bot.coaching.record import Problem

_STOCK: Final = re.compile(
    r"\b(?:i am (?:so|very|really|truly|terribly) sorry|(?:so |very |really )*sorry (?:to hear|(?:that )?you (?:are"
    r"|have|had|feel)|for what you)"
    r"|(?:that|this|it|which) (?:must|has to) (?:have been |be |feel |have felt )(?:so |very |really |quite "
    r"|incredibly"
    r" )*\w+|(?:that|this|it|what you describe) (?:sounds|seems|feels|is) (?:so |very |really |incredibly |truly "
    r"|pretty"
    r" |quite |like an? |such an? )*(?:hard|tough|difficult|frustrating|stressful|challenging|overwhelming|painful"
    r"|rough"
    r"|exhausting|upsetting|isolating|demoralising|awful|horrible|draining|heavy|a lot)\b"
    r"|how (?:awful|horrible|terrible|dreadful|upsetting|frustrating|hard|difficult) (?:for you|that|this|it)"
    r"|i (?:can )?(?:only |just |barely |hardly )?imagine\b|i (?:am |can )?(?:sens(?:e|ing)|feel(?:ing)?) (?:a lot"
    r"|some|that|the|your|how|real)"
    r"|\b(?:that|this|it|which) is (?:okay|ok|perfectly ok)\b|(?:those|your|these|all) feelings\b"
    r"|feelings? (?:matter|are|is)\b"
    r"|a lot of (?:emotion|feeling|pain|anger|weight)|\bcan feel (?:(?:really|so|very|incredibly|quite) \w+|like"
    r"|isolating|lonely|overwhelming|daunting|hard|tough|scary|draining)"
    r"|you must (?:be|feel|have felt) "
    r"|i (?:can )?(?:only |really |truly |totally |completely |fully |do )*(?:imagine|understand|appreciate|see|hear"
    r"|sense"
    r"|know) how (?:you|hard|much|difficult|that|it|this|frustrating|painful)|i (?:really |truly |do )*(?:hear|see"
    r"|feel) you\b"
    r"|your (?:feelings|frustration|anger|reaction) (?:is|are|makes?) (?:\w+ )?(?:valid|understandable|normal|natural"
    r"|sense)"
    r"|(?:completely|totally|perfectly|entirely|only|very|quite|so) (?:valid|understandable|natural|normal|human)\b"
    r"|(?:it|that) is (?:valid|understandable|natural|normal|okay|ok|all right|alright|fine) (?:to|that|for)\b"
    r"|you are not alone|thank you (?:so much |very much )?for (?:sharing|opening|telling|trusting|being"
    r"|your (?:honesty"
    r"|openness|trust|candour))|thanks for (?:sharing|opening|telling|trusting|being)"
    r"|i (?:really |truly |deeply )*appreciate (?:you|your|that|how)|what a (?:tough|difficult|hard|horrible|week|day"
    r"|night)\b"
    r"|(?:be|go) (?:kind|gentle|easy|kinder|gentler) (?:to|with|on) yourself|take (?:good )?care of yourself"
    r"|(?:sending|holding) you|i am here for you|hang in there|you have got this|no worries|all by yourself"
    r"|on your own with all|chin up|my heart"
    r"|that makes (?:a lot of |perfect |total |complete |so much )?sense|i (?:totally |completely |really )?get it\b"
    r"|a lot (?:for one person|to carry|to hold|on your plate|on your shoulders|to deal|to take)"
    r"|weigh(?:s|ing)? (?:\w+ )?heavily|heavy (?:load|burden|weight) )"
)
_THERAPY: Final = re.compile(
    r"\b(?:unpack|journey|reach out|reaching out|lean(?:ing)? into|sit(?:ting)? with (?:that|this|it|the feeling|those)"
    r"|hold(?:ing)? (?:that |this |a |the )?space|safe space|inner (?:child|critic|voice|strength)|self[- ](?:care"
    r"|compassion)"
    r"|healing|honour (?:that|your|those) (?:feeling|emotion)\w*|what (?:comes|is coming) up for you|come up for you"
    r"|how does that (?:make you feel|land (?:with|for) you|sit with you)|where do you feel (?:that|it|this)"
    r"|in your body"
    r"|authentic self|your truth|boundaries|triggered|triggers?|process (?:that|this|those|your) (?:feeling|emotion"
    r"|grief)\w*"
    r"|deep breath|mindful(?:ly|ness)?|ground yourself|vulnerab\w+|growth mindset|empower\w*|toolkit"
    r"|at the end of the day"
    r"|wounded?|resonates?|(?:so|really|deeply) curious"
    r"|delve|navigat(?:e|ing)|dive (?:in|into|deeper)|tapestry|landscape|holistic\w*|synerg\w+|leverag(?:e|ing)"
    r"|show(?:ing)? up (?:as|for)|your why|non-judg\w+)\b"
)
_PRAISE: Final = re.compile(
    r"\b(?:(?:great|good|excellent|wonderful|fantastic|brilliant|lovely|powerful|insightful|superb|fabulous|amazing"
    r"|really"
    r" good|very good|terrific|marvellous|admirable|impressive) (?:question|point|idea|insight|goal|plan|start|work"
    r"|job|stuff"
    r"|thinking|instinct|step|(?<!good )news|progress|call|choice|decision|reflection|observation|awareness|move)\b"
    r"|well done|bravo|kudos|hats off|congratulations|nice (?:one|work)|good (?:for|on) you|proud of|so proud|be proud"
    r"|what an? (?:\w+ )?(?:thoughtful|lovely|beautiful|powerful|insightful|honest|brave|mature|wonderful|great"
    r"|brilliant"
    r"|fantastic|amazing|superb|impressive|kind|reflection|insight|attitude|achievement|star|leader|question|plan)"
    r"|i (?:really |truly |so )?(?:love|admire) (?:your|that|how|this|the way)|you are (?:clearly |obviously "
    r"|already"
    r" |such |truly |really |so |very |doing )*(?:a |an )?(?:great|amazing|excellent|wonderful|natural|exceptional"
    r"|outstanding"
    r"|inspiring|fantastic|brilliant|incredible|good|strong|born|brave|thoughtful|insightful|courageous|resilient"
    r"|gifted"
    r"|remarkable|caring|committed|dedicated)\b(?! (?:at|with|for|enough|on))"
    r"|(?:amazing|fantastic|brilliant|wonderful|superb|incredible|exceptional|outstanding|remarkable|extraordinary"
    r"|inspiring|phenomenal|stellar|masterful|perfect(?:ly)?|impressive|commendable|exemplary|first[- ]class|spot on)\b"
    r"|(?:takes|took|shows|showed|needs|needed|with|of) (?:real |a lot of |great |so much |true |such |remarkable "
    r"|immense"
    r" )*(?:courage|guts|bravery|maturity|insight|self-awareness|integrity|humility|leadership|wisdom|strength)\b"
    r"|that (?:took|takes|is|was) (?:real |some |very |so |really )*(?:courage|courageous|brave|bravery|guts)\b"
    r"|you (?:handled|managed|dealt with|did|put) (?:that|this|it|everything|yourself)? ?(?:so |very |really "
    r"|extremely |all"
    r" )*(?:well|beautifully|superbly|admirably|wonderfully|skilfully|gracefully)"
    r"|(?:a|the) (?:true|natural|real|born|great|model) (?:leader|professional|role model|star)|says a lot about you"
    r"|masterclass|humility|inspir\w+|class act|credit to|(?:pure|solid) gold|beautiful(?:ly)?|textbook|role model"
    r"|what (?:leadership|greatness)"
    r" (?:\w+ )?looks like|rare (?:quality|gift|thing|skill)|superstar|champion|hero(?:ic)?|natural at|gift for"
    r"|born to|in safe hands|lucky to have"
    r"|your (?:\w+ )?(?:courage|honesty|compassion|dedication|commitment|leadership|insight) (?:is|are|shines|stands"
    r"|comes"
    r"|does))"
)
_TABLE: Final = (
    ("stock_empathy", "sympathy off the shelf", _STOCK),
    ("therapy_talk", "the talk of therapy or of seminars", _THERAPY),
    ("praise", "praise that gushes", _PRAISE),
)


def faults(look: Look) -> Iterator[Problem]:
    """Phrases of these kinds in our own words, unless they are the doctor's; and exclamation marks."""
    for code, what, pattern in _TABLE:
        for line in look.lines:
            hit = pattern.search(line.plain)
            if hit and hit.group(0).strip() not in look.doctor_plain:
                yield Problem(code=code, detail=f"{what}: {hit.group(0).strip()!r}")
                break
    yield from found("exclamation", "an exclamation mark", re.compile(r"\w*!"), look.raw)
