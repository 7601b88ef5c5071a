r"""Text that others wrote, made harmless before it goes out.

The funnel has two doors. Blocks hold `plain_text` objects only, with `emoji` off: no markup, no mention, no link and no
emoji code is read in them, so that words need no escaping there, only `shown`. Wherever text is markup all the
same (a message's own `text`), it goes through `untrusted`.
"""

import re
import unicodedata

_PARSED = re.compile(r"[.:/@#](?=\S)")
"""What makes an address, a name or an emoji code of the words beside it."""
_JOINER = "\u2060"
"""Of no width, and breaks no line: what it stands in is no address or code any more, and reads as before."""

_STRAYS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters, but for tabs and new lines
    "\u061c\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069"  # direction marks: one left open turns the coach's words round
    "\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"  # tags: text that nobody sees
)
_HALVES = re.compile("[\ud800-\udfff]")


def shown(text: str) -> str:
    """The text as it may stand in a plain_text object: the same words, with nothing in them that cannot be seen.

    Half characters, which no file or wire takes, become U+FFFD.
    """
    one_kind = text.replace("\r\n", "\n").replace("\r", "\n")
    return _HALVES.sub("\ufffd", _STRAYS.sub("", one_kind))


def untrusted(text: str) -> str:
    """The text as it may stand in Slack's markup: it mentions, links and notifies nobody, and emoji codes stay codes.

    It is never to be escaped a second time.
    """
    broken = _PARSED.sub(lambda found: found.group() + _JOINER, shown(text))
    return broken.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def is_blank(text: str) -> bool:
    """Whether a reader would see nothing at all, which Slack refuses as a text."""
    return all(one.isspace() or unicodedata.category(one) == "Cf" for one in text)
