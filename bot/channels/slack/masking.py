"""What a doctor wrote, made fit to be kept: masked, shortened, and without what no database takes."""

import asyncio
import re
from dataclasses import replace

from bot.channels.slack.incoming import Said
from bot.channels.slack.parts import Parts
from bot.ports.incoming import Inbound

_MASKED_AT_ONCE = 1500
_LONGEST = 12_000
"""Characters taken in. A turn answers fewer: a doctor who writes more is asked for the heart of it."""
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


async def masked(parts: Parts, said: Said) -> Inbound:
    """What was said, fit to be kept: identifying details replaced, and whether it cannot wait."""
    text, identifiable = await masked_text(parts, said.raw)
    return replace(said.inbound, text=text, identifiable=identifiable, urgent=parts.answerer.urgent(text))


async def masked_text(parts: Parts, raw: str) -> tuple[str, bool]:
    """A text with identifying details replaced, and whether there were any.

    Of what is far too long to be answered, the end is left out. A long text is masked beside the loop, so that others'
    acknowledgements do not wait for it. What no database takes is left out, or the message would never be taken in.
    """
    raw = storable(raw)
    if len(raw) > _MASKED_AT_ONCE:
        return await asyncio.to_thread(parts.answerer.masked, raw[:_LONGEST])
    return parts.answerer.masked(raw)


def storable(raw: str) -> str:
    """The text without what no database takes."""
    return _UNSTORABLE.sub("", raw)
