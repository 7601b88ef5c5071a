"""A reflection as Markdown: what a doctor wrote is shown as they wrote it, and is never markup."""

import re
from collections.abc import Iterator
from typing import Final

from bot.adapters.reflections.plain import plain
from bot.reflection.paper import Block, Kind, Paper, Section

_ANYWHERE: Final = re.compile(r"([\\`*_<>|~]|\](?=[(\[:])|&(?=#?\w+;))")
_IN_FRONT: Final = re.compile(r"^([#+=-]|\d{1,9}(?=[.)]))")


def markdown(paper: Paper) -> bytes:
    """The paper as a file."""
    lines = [f"# {_own(paper.title)}", ""]
    for section in paper.whole:
        lines += [f"## {_own(section.heading)}", "", *_blocks(section)]
    return ("\n".join(lines).rstrip("\n") + "\n").encode()


def _blocks(section: Section) -> Iterator[str]:
    for number, block in enumerate(section.blocks):
        yield from _lines(block)
        following = section.blocks[number + 1] if number + 1 < len(section.blocks) else None
        if block.kind is not Kind.ITEM or following is None or following.kind is not Kind.ITEM:
            yield ""


def _lines(block: Block) -> tuple[str, ...]:
    text = _own(block.text)
    if block.kind is Kind.QUOTE:
        return (f"> {text}",)
    if block.kind is Kind.ITEM:
        return (f"- {text}",)
    return (f"**{text}**", "") if block.kind is Kind.QUESTION else (text,)


def _own(text: str) -> str:
    """A text with what Markdown would take for its own made plain."""
    escaped = _ANYWHERE.sub(r"\\\1", plain(text))
    return _IN_FRONT.sub(_kept, escaped)


def _kept(found: re.Match[str]) -> str:
    """What stands in front: a sign with a stroke before it; a number is broken off from its dot by one behind it."""
    return f"{found.group()}\\" if found.group().isdigit() else f"\\{found.group()}"
