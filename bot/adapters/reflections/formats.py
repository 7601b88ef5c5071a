"""The formats of a reflection by the endings of their files; a library is loaded by the first that asks."""

from collections.abc import Callable, Mapping
from typing import Final

from bot.adapters.reflections.markdown import markdown
from bot.reflection.paper import Paper


def _docx(paper: Paper) -> bytes:
    from bot.adapters.reflections.docx import docx  # noqa: PLC0415 - its library takes a tenth of a second to load

    return docx(paper)


def _pdf(paper: Paper) -> bytes:
    from bot.adapters.reflections.pdf import pdf  # noqa: PLC0415 - and so does this one

    return pdf(paper)


MAKERS: Final[Mapping[str, Callable[[Paper], bytes]]] = {"docx": _docx, "pdf": _pdf, "md": markdown}
"""For each of `reflection.press.FORMATS`."""
