"""A cap on what a model writes, where its provider takes one that neither thinking nor a small context can run into."""

import re
from collections.abc import Mapping
from typing import Final

MOST_TOKENS: Final = 600
"""Tokens of an answer; eight long sentences with their acts are some 250."""
_CAPS: Final = {
    "openai": (re.compile(r"(?:chatgpt-4o|gpt-3\.5|gpt-4o|gpt-4\.1|gpt-4(?=$|-))(?!.*(?:search|audio))"), "max_tokens"),
    "anthropic": (re.compile(r"claude-(?:3|(?:opus|sonnet|haiku)-4)(?=$|[-.@])"), "max_tokens"),
    "ollama": (
        re.compile(
            r"(?:llama3(?:\.\d)?|mistral(?:-nemo|-small)?|gemma[23]n?|phi3(?:\.5)?|phi4(?:-mini)?|qwen2(?:\.5)?)(?=$|:)"
        ),
        "num_predict",
    ),
}
"""Models that do not think before they answer unless told to, and the name of the cap; what is thought counts as well.

Not of Azure, where a model has any name, nor of a server of one's own: it may turn a cap beyond its context away.
"""


def cap(provider: str, model: str, *, own_server: bool) -> Mapping[str, object]:
    """What a model of this name is told of the length of its answers; nothing where that could cut a good one off."""
    names, option = _CAPS.get(provider, (None, ""))
    if names is None or (own_server and provider != "ollama") or names.match(model) is None:
        return {}
    return {option: MOST_TOKENS}
