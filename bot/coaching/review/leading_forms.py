"""Leading questions by their form, each with the pattern of rewording that asks the same openly."""

import re
from typing import Final

QUESTIONS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = tuple(
    (form, re.compile(pattern, re.I))
    for form, pattern in (
        ("hard",
            r"^(?:how|is it|it(?:'|’)?s not) (?:really |that |so )*(?:hard|difficult|much to ask|complicated)(?: can "
            r"it be| is it|"
                 r" would it be)?,? (?:for (?P<subject>[^?]{2,30}?) )?to (?P<act>.+)$"),
        ("hard",
            r"^(?:surely )?(?:is|it) ?(?:isn['’]?t|is not|cannot be|can['’]t be)?(?: it)? (?:beyond|too much|too hard"
            r"|such a big ask)\b"
                 r".{0,50}? to (?P<act>.+)$"),
        ("hard", r"^would it kill (?:you|anyone|people|them) to (?P<act>.+)$"),
        ("weigh",
            r"^(?:surely )?(?:wouldn['’]?t it|would it not|isn['’]?t it) (?:not )?(?:be )?(?:\w+ )?(?:better|easier"
            r"|safer|quicker|simpler"
                  r"|more sensible|fairer|kinder|faster)(?: for everyone| all round)? (?:to|if (?:we|you) (?:all "
                  r"|just )?)\s*(?P<act>.+)$"),
        ("weigh",
            r"^don['’]?t you (?:think|agree|feel)(?: that)? it (?:would|might|'d) be (?:\w+ )?(?:better|easier|safer"
            r"|quicker|simpler"
                  r"|more sensible|fairer|kinder) (?:to|if (?:we|you) (?:all |just )?)\s*(?P<act>.+)$"),
        ("work",
            r"^(?:don['’]?t you (?:think|agree|feel)(?: that)? |surely )(?:we|you|they) (?:should|ought to|could|can"
            r"|need to|must) (?:all "
                 r"|just )?(?P<act>.+)$"),
        ("work",
            r"^(?:have|has) (?:you|anyone|anybody) (?:ever |even |not )?(?:considered|thought (?:of|about)|tried) "
            r"(?:just |simply )?"
                 r"(?P<doing>\w+ing\b.*)$"),
        ("work",
            r"^(?:why (?:don['’]?t|not|can['’]?t) (?:we|you) (?:just |all )?|how about (?:we|you) (?:just "
            r")?)(?P<act>.+)$"),
        ("take",
            r"^(?:shouldn['’]?t|couldn['’]?t|can['’]?t|could|can) (?P<subject>[^,?]{1,40}?) (?:not )?(?:be )?(?:just "
            r"|at least |simply )(?P<act>.+)$"),
        ("take", r"^(?:shouldn['’]?t|couldn['’]?t) (?P<subject>we|you|they|i|the \w+|people|\w+s) (?P<act>.+)$"),
        ("before",
            r"^you(?:['’]d| would) be (?:mad|crazy|daft|silly|foolish) not to (?P<act>.+?)(?:, right|, surely)?$"),
        ("does_to",
            r"^(?:has|have) any(?:one|body) (?:\w+ )?(?:thought|considered|asked|wondered) (?:about )?what (?:it"
            r"|this) does to (?P<thing>.+)$"),
        ("take",
            r"^why (?:can['’]?t|don['’]?t|won['’]?t|couldn['’]?t) (?P<subject>(?!we\b|you\b)[^,?]{2,30}?) (?:just"
            r"|simply|ever|even) (?P<act>.+)$"),
        ("take",
            r"^why (?:can['’]?t|don['’]?t|won['’]?t|couldn['’]?t) (?P<subject>they|people|staff|(?:the |your |our "
            r")?(?:\w+ )?(?:\w+s|team|staff|trust|department)) (?P<act>.+)$"),
        ("way", r"^why (?:didn['’]?t|did not|haven['’]?t) (?P<subject>you|they|we|anyone|anybody|nobody|no one|the \w+)"
                r" (?:just |even |ever |bother to |think to )?(?P<act>.+)$"),
        ("leads_to",
            r"^why (?:is|are) (?P<thing>(?!we\b|you\b|they\b|it\b|i\b)[^,?]{3,40}?) (?:always|constantly|forever|yet "
            r"again|still) (?P<rest>\w+(?:ed|en|late))$"),
        ("way_of", r"^why did (?P<subject>[^,?]{2,30}?) not (?P<act>.+)$"),
        ("way_past",
            r"^why (?:has|have) (?:nobody|no one|no-one) (?:\w+ly |ever |even )?(?P<done>\w+)\s?(?P<rest>.*)$"),
        ("fixed",
            r"^why (?:hasn['’]?t|has) (?P<subject>this|that|it|nothing|the [^?]{2,30}?)(?: still)?(?: not)? been "
            r"(?P<done>\w+)\s?(?P<rest>.*)$"),
        ("keeps",
            r"^why (?:are|is|do|does) (?:we|you|they|it) (?:still |always |keep )+(?P<doing>\w+ing)\b ?(?P<rest>.*)$"),
        ("thinking",
            r"^(?:how can (?:you|anyone|they|we) (?:possibly )?(?:justify|defend)|who (?:on earth )?(?:thought"
            r"|decided)(?: that)?"
                     r"|what is the point of) (?P<thing>.+?)(?: (?:was|is) a (?:good|great|sensible) idea)?$"),
        ("look", r"^how (?:is|was|can|could)(?: it)? (?P<thing>.+?) (?:be )?(?:acceptable|ok|okay|safe|right|fair)$"),
        ("look_at",
            r"^(?:has|have) any(?:one|body)(?: (?:in|on|from) [\w ]{2,25}?)? (?:actually |even |ever |bothered to "
            r")+(?:looked? at|read|seen?)"
                    r" (?P<thing>[^,]+)"),
        ("make_no", r"^why would (?:anyone|anybody|you|they|we) (?P<act>.+)$"),
        ("mine",
            r"^(?:surely you|don['’]?t you|do you not|wouldn['’]?t you|would you not) (?:all )?"
            r"(?:think|agree|feel|accept|see)(?: that)? "
            r"(?P<claim>(?!when\b|if\b)(?:(?!\bperhaps\b).)+)$"),
        ("mine",
            r"^(?P<claim>(?!you\b|would|it['’]?s not).{12,120}?), (?:isn['’]?t it|aren['’]?t they|wasn['’]?t it"
            r"|don['’]?t you (?:think|agree)|no"
                 r"|right|surely|doesn['’]?t it|wouldn['’]?t it)$"),
        ("mine", r"^surely (?P<claim>(?!you|(?:it|this|that) (?:is|was|can)(?: not|n['’]?t|not)|some|any"
            r"|there)[^?]{10,120})$"),
    )
)  # fmt: skip
"""Leading questions, and the pattern that asks the same openly."""
