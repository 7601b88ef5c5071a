"""The dialogue in which a doctor says whom they want to practise with, and what it hands back."""

from collections.abc import Mapping

from bot.channels.slack.render import actions as ids
from bot.channels.slack.render.blocks import Block, asked, sections
from bot.channels.slack.render.escape import is_blank
from bot.channels.slack.views import fields
from bot.channels.slack.views.fields import View
from bot.channels.slack.views.frames import one_of, text_field, to_send
from bot.channels.slack.wording import fill
from bot.channels.slack.words import SlackWords
from bot.ports.people import CommitmentKept

_SOMEBODY = "somebody_else"
_WHO, _MATTER = 300, 500
"""Characters of a description, and of what is wanted."""
_ARTICLES = ("the ", "my ", "our ", "a ", "an ")


def practise(
    words: SlackWords,
    characters: Mapping[str, str],
    *,
    about: CommitmentKept | None = None,
    elsewhere: bool = False,
) -> Block:
    """Whom to practise with, of `characters` by name or described, and what for.

    It is filled with a commitment's own words where it begins with one. `elsewhere` says that what comes of it is not
    seen where it was opened.
    """
    told = words.rehearsal
    offered = [*((role, _as_choice(name)) for role, name in characters.items()), (_SOMEBODY, told.somebody)]
    who, described = _who_of(about, characters)
    matter = text_field(about.what if about else "", most=_MATTER)
    return to_send(
        ids.MODAL_REHEARSAL,
        (told.title, told.submit, told.close),
        (
            *sections(told.warning),
            asked(told.who, ids.FIELD_WHO, one_of("static_select", offered, who)),
            asked(
                told.described,
                ids.FIELD_DESCRIBED,
                text_field(described, most=_WHO),
                hint=told.described_hint,
                optional=True,
            ),
            asked(told.matter, ids.FIELD_MATTER, matter, hint=told.matter_hint),
        ),
        elsewhere=elsewhere,
    )


def request(view: View, words: SlackWords, characters: Mapping[str, str]) -> str:
    """What the dialogue asks for, as the doctor would say it to the coach, not masked; "" where that is nothing."""
    told, chosen = words.rehearsal, fields.picked(view, ids.FIELD_WHO)
    described = _line(fields.typed(view, ids.FIELD_DESCRIBED))
    who, matter = characters.get(chosen, described), _line(fields.typed(view, ids.FIELD_MATTER))
    if who and matter:
        return fill(told.begin, who=who.rstrip(".!? "), matter=matter)
    if who:
        return fill(told.begin_plain, who=who.rstrip(".!? "))
    return fill(told.begin_unnamed, matter=matter) if matter else ""


def opened_elsewhere(view: View) -> bool:
    """Whether it was opened where no reply is seen."""
    return fields.about(view).get("elsewhere") is True


def _who_of(about: CommitmentKept | None, characters: Mapping[str, str]) -> tuple[str, str]:
    """Whom a commitment is with: a character, or somebody described; nobody where it names no one."""
    named = about.with_whom if about else None
    if named is None or is_blank(named):
        return "", ""
    bare = _bare(named)
    known = (role for role, name in characters.items() if bare in _bare(name) or _bare(name) in bare)
    found = next(known, "")
    return (found, "") if found else (_SOMEBODY, named)


def _bare(name: str) -> str:
    """A person's title without the article before it."""
    folded = " ".join(name.casefold().split())
    return next((folded.removeprefix(one) for one in _ARTICLES if folded.startswith(one)), folded)


def _as_choice(name: str) -> str:
    return name[:1].upper() + name[1:]


def _line(text: str) -> str:
    return " ".join(text.split())
