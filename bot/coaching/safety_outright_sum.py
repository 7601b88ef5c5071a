"""Signs of a doctor's own danger that say little one by one, and add up beside a number: means, intent, an end."""

from typing import Final

from bot.coaching.plain import OnNeed
from bot.coaching.safety_outright_self import DRUG, PLACE, TOOL

_MEANS: Final = OnNeed(
    rf"\b(?:{DRUG}|{TOOL}|{PLACE}|beam|stairwell|stool|wall|bed ?sheet|bottle of|train|lorry|traffic|quarry|woods"
    rf"|gas|vodka|pens|needle|syringe|engine|wrists?|veins?|bath|cutting|cut (?:both|my)|standing on the chair"
    rf"|cd cupboard|window)\b"
)
_NEAR: Final = OnNeed(
    r"\b(?:in the boot|left\b|leaning over|in my (?:hand|pocket|bag|locker|coat|drawer|car|room)|beside me"
    r"|next to me|in front of me|with me|on the (?:passenger )?(?:seat|desk|bed|table|chair|floor|bridge|roof"
    r"|ledge|edge|platform|tracks)|(?:round|to) (?:my neck|the (?:door|beam|rail|banister|hook))|looking down"
    r"|(?:stood|standing|sat|sitting|am|i'm) (?:on|at|by) (?:the )?(?:platform|chair|edge|bridge|roof|ledge"
    r"|rail\w*|cliff|tracks)|parked|wrong side|drawn up|bought|taped|is on\b|locked|lined up|laid out|counted"
    r"|enough|deeper|running out|blood)"
)
_INTENT: Final = OnNeed(
    r"\b(?:going to|about to|i want to|i will|i'll|intend|i plan|planning to|my plan|tonight|2nite|tonite"
    r"|this night|after (?:this|the|my)|only need to finish|picked|chosen|i keep|i still|next (?:fast )?train"
    r"|waiting for the|that's it|on my way|decided|deciding|i know a place|ready|meaning to|one day soon|soon|again)\b"
)
_END: Final = OnNeed(
    r"\b(?:die|dying|dead|death|kill\w*|suicid\w*|end (?:it|my|this)|stop my heart|not wake|sleep for|finish|gone"
    r"|goodbye|the note|a note|letters|own life|no more me|end all|be dead|let go|thanks? (?:you )?for (?:the|your"
    r"|every)|said what i needed|no more|nobody knows|no ?one knows|don't tell|do not tell|everyone (?:is )?asleep"
    r"|sorry for|over soon|harm|hurt|bleed|jump|cutting)\b"
)


def adds_up(said: str) -> int:
    """How many families are told of, means or nearness among them; 0 without means."""
    if not _MEANS.search(said):
        return 0
    return 1 + sum(1 for one in (_NEAR, _INTENT, _END) if one.search(said))
