"""Reading the prompts of the chat model strictly: templates, guides of the moves, and the hash over all of them."""

from collections.abc import Mapping
from typing import Final

from bot.coaching.choose.context import MOVES
from bot.coaching.drafting.brief import Instructions
from bot.coaching.drafting.guide import Guides, MoveGuide
from bot.coaching.drafting.guide_check import faults
from bot.errors import CoachError
from knowledge import strict_yaml
from knowledge.errors import KnowledgeError
from prompts import library, templates

_GUIDES: Final = "llm/moves.yaml"
_VARIABLES: Final = {
    "style": {"marker", "goal", "acts", "needs", "words", "examples"},
    "turn": {
        "example", "situation", "aim", "insight", "options", "obstacle", "plan", "earlier", "last", "key", "author",
        "evidence", "fixed", "plain", "message",
    },
    "look": {"marker"},
    "look_turn": {"before", "choices", "message"},
    "voice": {"marker", "words"},
    "voice_turn": {"name", "stance", "cares", "openness", "matter", "before", "plain", "message"},
}  # fmt: skip
"""What `drafting.brief` fills in, by file."""

_MARKER: Final = 5


def load() -> Instructions:
    """All that is sent to a chat model. Raises CoachError or KnowledgeError that names the file and the line."""
    guides = _guides()
    wrong = next(iter(guide_faults(guides)), None)
    if wrong is not None:
        raise CoachError(wrong, code="prompts")
    read = {name: _template(name) for name in _VARIABLES}
    files = (*(library.file(f"llm/{name}.txt") for name in _VARIABLES), library.file(_GUIDES))
    version = templates.digest(files)
    return Instructions(
        style=read["style"],
        turn=read["turn"],
        look=read["look"],
        look_turn=read["look_turn"],
        voice=read["voice"],
        voice_turn=read["voice_turn"],
        guides=guides,
        version=version,
        marker=f"k{version.removeprefix('sha256:')[:_MARKER]}",
    )


def all_faults() -> tuple[str, ...]:
    """Everything that is wrong with the prompt files, each with its file and line; none where they are right."""
    found: list[str] = []
    for name in _VARIABLES:
        try:
            _template(name)
        except CoachError as error:
            found.append(str(error))
    try:
        guides = _guides()
    except KnowledgeError as error:
        return (*found, str(error))
    return (*found, *guide_faults(guides))


def guide_faults(guides: Mapping[str, MoveGuide]) -> tuple[str, ...]:
    """Everything that is wrong with guides, each with its place in the file."""
    rows = library.file(_GUIDES).read_text(encoding="utf-8").splitlines()
    starts = {row[:-1]: number for number, row in enumerate(rows, 1) if row.endswith(":") and not row.startswith(" ")}
    return tuple(f"{_GUIDES}, line {starts.get(move, 1)}: {move} {fault}" for move, fault in faults(guides, MOVES))


def _guides() -> dict[str, MoveGuide]:
    return dict(strict_yaml.load(library.file(_GUIDES), Guides).root)


def _template(name: str) -> templates.Template:
    try:
        read = templates.named(f"llm/{name}.txt")
    except templates.TemplateError as error:
        raise CoachError(str(error), code="prompts") from error
    different = sorted(set(read.variables) ^ _VARIABLES[name])
    if different:
        message = (
            f"llm/{name}.txt, line 1: what the coach fills in differs from what it declares: {', '.join(different)}"
        )
        raise CoachError(message, code="prompts")
    return read
