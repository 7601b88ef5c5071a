"""What a doctor wrote, out of the markup in which Slack hands it over: plain words, as they were typed."""

import html
import re

_MARKED = re.compile(r"<([^<>\s][^<>]*)>")
_SOMEBODY = "a colleague"
_SOMEWHERE = "a channel"
_BROADCAST = re.compile(r"!(here|channel|everyone)\b")


def plain(text: str, *, me: str = "") -> str:
    """The words without Slack's markup; mentions of `me` (the app's own user) are left out, those of others unnamed.

    Links are given as the address or the words shown for it, so that what looks for addresses still finds them.
    """
    return html.unescape(_MARKED.sub(lambda found: _read(found.group(1), me), text)).strip()


def _read(marked: str, me: str) -> str:
    target, _, label = marked.partition("|")
    if target.startswith("@"):
        return "" if me and target[1:] == me else _SOMEBODY
    if target.startswith("#"):
        return f"#{label}" if label else _SOMEWHERE
    if target.startswith("!"):
        return _special(target, label)
    return label or target.removeprefix("mailto:").removeprefix("tel:")


def _special(target: str, label: str) -> str:
    broadcast = _BROADCAST.match(target)
    return f"@{broadcast.group(1)}" if broadcast else label or _SOMEBODY
