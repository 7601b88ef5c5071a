"""How often gists are found, and found rightly, on messages by hands that were not learnt from."""

from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass

from bot.coaching.noticed import GistFound
from evals.understanding import Share


@dataclass(frozen=True, slots=True)
class Figures:
    """Messages with a gist sure enough to say, and how often the surest is right; the same of those asked on from."""

    said: Share
    said_rightly: Share
    asked: Share
    asked_rightly: Share


def measure(marked: Mapping[tuple[str, str], Set[str]], find: Callable[[str, str], tuple[GistFound, ...]]) -> Figures:
    """Find the gists of every (text, asked); right is what any of its readers marked, too."""
    found = [(find(text, asked), names) for (text, asked), names in marked.items()]
    said = [(next(one for one in some if one.sure), names) for some, names in found if any(one.sure for one in some)]
    asked = [(some[0], names) for some, names in found if some]
    return Figures(
        said=Share(len(said), len(found)),
        said_rightly=Share(sum(one.id in names for one, names in said), len(said)),
        asked=Share(len(asked), len(found)),
        asked_rightly=Share(sum(one.id in names for one, names in asked), len(asked)),
    )
