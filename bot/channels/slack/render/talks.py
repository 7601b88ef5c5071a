"""How a talk that can be shared, and what it is shared for, are named to people."""

from collections.abc import Mapping

from bot.channels.slack.render.dates import day_gone_by, day_there
from bot.channels.slack.render.escape import shown
from bot.channels.slack.render.split import short
from bot.channels.slack.wording import fill
from bot.channels.slack.words import SlackWords
from bot.ports.sharing import Purpose, Talk

_WHAT = 120


def talk_told(words: SlackWords, talk: Talk, situations: Mapping[str, str], timezone: str) -> str:
    """Its day, what it was about in plain words, and what the doctor decided or wanted, in theirs."""
    about = situations.get(talk.situation, "") or words.share.no_situation
    if what := short(shown(talk.what), _WHAT):
        about = fill(words.share.with_words, about=about, words=what)
    if talk.began_at is None:
        return about
    return fill(words.share.talk_named, day=day_gone_by(day_there(talk.began_at, timezone)), what=about)


def purpose_told(words: SlackWords, purpose: Purpose) -> str:
    """What a talk is shared for."""
    told = words.share.purposes
    return {
        Purpose.FEEDBACK: told.feedback,
        Purpose.NEXT_STEP: told.next_step,
        Purpose.SUPERVISION: told.supervision,
    }[purpose]
