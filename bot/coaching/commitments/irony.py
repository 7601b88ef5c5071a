"""Plans said drily, which are none: 'sure, I'll hug the surgeons, that'll fix it'."""

import re
from functools import lru_cache
from typing import Final

from bot.coaching.commitments.sentences import without_quotations

_IRONIC: Final = re.compile(
    r"\bthat(?:['’]?ll| will| would|['’]?d) (?:fix|sort|solve|show|teach|help|go down)\b|\bgood luck (?:with|to)\b"
    r"|\beverything(?:['’]s| is| will be) (?:fine|great|perfect)|\bmagic(?:k|ally)?\b|\byeah,? right\b"
    r"|^\W*(?:oh )?(?:great|brilliant|lovely"
    r"|fantastic|marvellous|wonderful|super)\b\W+(?:so|then|i['’]ll|let)|\bjust what (?:we|they) need"
    r"|\beveryone loves\b"
    r"|\b(?:wave|waving) (?:a|my) (?:magic )?wand|\b(?:bake|bring|buy) (?:them |him |her "
    r"|everyone )?(?:a )?(?:cakes?|biscuits)\b"
    r"(?=[^.]*\b(?:fine|fixed|solved|happy|love|problem)\b)|\bthen (?:you|someone|everyone) (?:claps?|thanks?)\b"
    r"|\bworld peace\b|\bas if\b|\bno doubt (?:he|she|they)(?:['’]ll| will) (?:love|thank)",
    re.I,
)
_STRONG: Final = re.compile(
    r"\bthat(?:['’]?ll| will) (?:go (?:down )?(?:well|great|brilliantly|a treat)|fix|sort|solve|show|teach)"
    r"|\byeah,? right\b|\bcure cancer\b"
    r"|\bframe it\b|\bgood luck with\b|\bmagic",
    re.I,
)


@lru_cache(maxsize=16)
def of_a_plan(text: str, *, dated: bool = False) -> bool:
    """Whether a plan is said drily; one with a day is meant, but for the plainest mockery."""
    return bool(_IRONIC.search(without_quotations(text)) and (not dated or _STRONG.search(text)))
