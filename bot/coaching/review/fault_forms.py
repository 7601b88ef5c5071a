"""Blame and threats by their form, each with the pattern of rewording that says what was seen, and asks."""

import re
from typing import Final

_WHO: Final = r"(?P<who>you|your (?:\w+ ){0,2}\w+|they|(?:the |our |some )?(?:\w+ ){0,2}\w+)"
BLAMES: Final[tuple[tuple[str, re.Pattern[str]], ...]] = tuple(
    (form, re.compile(pattern, re.I))
    for form, pattern in (
        ("noticed_that",
            r"^(?:it (?:is|'s) (?:\w+ )?\w+ that )?(?:nobody|no one|no-one|none of you)(?: (?:in|on|from|at) [\w ]+?)? "
            r"(?:has |have |seems? to (?:have )?)?(?:even |ever )?"
                         r"(?:noticed?|realised?|bothered to notice|registered|cared?|cares) (?:that )(?P<fact>.+)$"),
        ("fact",
            r"^it (?:is|['’]s) (?:\w+ )?(?:unacceptable|astonishing|disgraceful|appalling|ridiculous|disappointing"
            r"|outrageous|shocking|incredible|unbelievable|a disgrace|not acceptable|not good enough|not ok) (?:that"
            r"|how) (?P<fact>.+)$"),
        ("worries",
            r"^(?P<who>this|that|it|the current situation|this situation) (?:is|['’]s|has been)(?: just| simply| "
            r"quite)? (?:\w+ )?(?:unacceptable|not acceptable|appalling|a disgrace|disgraceful|not good enough"
            r"|ridiculous|a joke|outrageous|shocking|basic stuff|intolerable)(?P<rest>(?: in| for| on| given).*)?$"),
        ("times", r"^you (?:never|don['’]?t ever) (?P<act>\w+ .+|\w+)$"),
        ("times", r"^you (?:have )?failed to (?P<act>.+)$"),
        ("noticed",
            r"^(?:why is it that )?(?P<who>you|they|your (?:\w+ ){0,2}\w+|the (?:\w+ ){0,2}\w+) (?:keeps? (?:on )?"
            r"|(?:is|are) (?:constantly|always|forever|continually) )(?P<doing>\w+ing\b.*)$"),
        ("noticed_act", r"^(?P<who>you) (?:always|constantly|continually|regularly|repeatedly) (?P<act>\w+ .+)$"),
        ("got_in_way",
            r"^(?P<who>you|they|your team|the \w+)(?: really| clearly)? (?:should|could) (?:have|['’]ve|of) (?:at "
            r"least )?(?P<done>\w+) ?(?P<rest>.*)$"),
        ("got_in_way",
            r"^(?P<who>you|they|your team|the \w+)(?: really| clearly)? should['’]ve (?P<done>\w+) ?(?P<rest>.*)$"),
        ("help",
            rf"^{_WHO} (?:(?:is|are|has|have) )?(?:again |still |constantly |yet again )?(?:refus(?:ing|es?|ed)) to "
            rf"(?P<act>.+)$"),
        ("help",
            rf"^{_WHO} (?:do(?:es)?n['’]?t|do(?:es)? not|never|won['’]?t|will not|refuses? to|can['’]?t be bothered "
            rf"to) (?:even |ever |bother to )?(?P<act>[a-z]+(?:s|es)? .+|\w+)$"),
        ("help",
            r"^(?:nobody|no one|none) (?:from|in|on|of) (?P<who>your \w+|the \w+ \w+|the \w+) (?P<act>(?!has\b|is\b"
            r"|was\b|does\b)\w+s\b .+)$"),
        ("not_done",
            r"^(?:i have noticed that |i notice that )?(?:nobody|no one|no-one) (?:here )?(?:is|are) (?:ever |even "
            r"|actually )?(?P<doing>\w+ing .+)$"),
        ("to_them", rf"^{_WHO} (?:has|have) no interest in (?P<rest>.+)$"),
        ("mean_for",
            r"^(?P<who>you|they)(?: clearly| obviously)? (?:haven['’]?t|have not|have never) (?:even )?(?:thought "
            r"(?:about|of)|considered) (?P<rest>(?:the |our |my )?[a-z]+(?: [a-z]+)?)$"),
        ("complains",
            r"^(?:sir|madam)?,? ?i (?:must |wish to |want to |am writing to )(?:protest|complain|object)(?: in the "
            r"strongest (?:possible )?terms)?(?: about| to| at) (?P<rest>.+)$"),
        ("help_of",
            rf"^{_WHO} (?:has|have) (?:absolutely )?no (?:idea|clue|understanding)(?: of| on| about)? (?P<rest>.+)$"),
    )
)  # fmt: skip
THREATS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = tuple(
    (form, re.compile(pattern, re.I))
    for form, pattern in (
        ("attended", r"\battendance will be (?:\w+ )?(?:recorded|monitored|checked|audited|taken)\b"),
        ("audited",
            r"\b(?P<thing>\w*compliance|adherence|performance|this|it|names?) will be (?:\w+ )?(?P<how>audited"
            r"|monitored|recorded|checked|reviewed|tracked)\b"),
        ("together",
            r"\b(?:i|we)(?:['’]ll| will| shall)?(?: have to| be forced to| have no choice but to| need to)? (?:(?:go"
            r"|take (?:it|this)|escalate(?: it| this)?|raise (?:it|this)|report (?:you|this|it)|be (?:going"
            r"|escalating|taking (?:it|this)|raising (?:it|this))) (?:straight |directly )?(?:to|with)|inform|contact"
            r"|write to|speak to) (?P<who>[^,.;]+)"),
        ("name_them",
            r"\b(?:anyone|anybody|those|staff|people|doctors|whoever) (?:who|that)? ?(?:do(?:es)?n['’]?t|do(?:es)? "
            r"not|fails? to|not|failing to|is not|are not) (?P<act>[^,.;]+?) (?:will|can expect|should expect|may|is "
            r"going to)\b"),
        ("failure", r"^failure to (?:do so|do this|comply|\w+)\b[^.;]*\b(?:will|may)\b"),
        ("returned",
            r"^(?P<thing>[^,.;]{3,40}?) (?:(?:that are |which are )?not (?P<how>(?:on|in|by|through|via|with) "
            r"[^,.;]{3,30})) will be (?:returned|rejected|sent back|declined|refused|cancelled)\b"),
        ("returned_without",
            r"^(?P<thing>[^,.;]{3,40}?) without (?P<how>[^,.;]{3,30}) will be (?:returned|rejected|sent back|declined"
            r"|refused|cancelled)\b"),
        ("instead",
            r"^(?:please )?(?P<act>[a-z]\w+ [^,.;]{3,60}?),? or (?:else|i(?:['’]m| am|['’]ll| will)|we(?:['’]re| are"
            r"|['’]ll| will)|there will)\b"),
        ("learn",
            r"\b(?P<what>(?:if (?:this|it) happens again,? )(?:i|we)(?: will|['’]ll) (?:datix|incident"
            r"|report)\b[^.;,]*)"),
    )
)  # fmt: skip
