"""Words, records and commitments for the tests of what goes out, and words that somebody would like to do harm with."""

import json
from datetime import UTC, date, datetime

from hypothesis import strategies
from slack_sdk.models.blocks import Block

from bot.channels.slack.render.letters import Where
from bot.channels.slack.words import SlackWords
from bot.coaching.cited import Cited
from bot.coaching.record import TurnRecord
from bot.ports.people import CommitmentKept, Outcome
from bot.ports.post import Letter
from knowledge import strict_yaml
from prompts import library
from tests.bot.small_world import Talk

WORDS = strict_yaml.load(library.file("slack/words.yaml"), SlackWords)
WHERE = Where(team="T1", lane="T1:D1", to="D1", thread_ts="1.000100")
MADE = datetime(2026, 11, 3, 9, tzinfo=UTC)
SOURCE = Cited(
    key="[a-card]", card="a-card", doc="doc", section="A section", author="Bohmer 2012", quote="Words.", start=0, end=6
)

HARMFUL = (
    "<!channel> <!here> <!everyone> <!subteam^S1|all> <@U1> <#C1|general>",
    "<https://evil.example/x|your results> https://evil.example www.evil.example evil.example a@evil.example",
    ":tada: :+1: :skin-tone-2: *bold* _it_ ~no~ `code` ```more``` > quote &lt;!channel&gt; &amp;",
    "\u202eright to left\u202c \u2067\u05e9\u05dc\u05d5\u05dd\u2069 \u0645\u0631\u062d\u0628\u0627",
    "\ud83d a half, \x00 a nought, \x1b[31m red, \r\n lines \u2028 more",
    "a" * 5000,
    "\U0001f469\u200d\U0001f469\u200d\U0001f467" * 1000,
    "e\u0301" * 3000,
    "\U0001f1ec\U0001f1e7" * 2000,
    "{day} {what} {name} {0} %s",
    " ",
    "",
)
harmful = strategies.one_of(
    strategies.sampled_from(HARMFUL),
    strategies.text(strategies.characters(exclude_categories=()), max_size=300),
    strategies.lists(
        strategies.sampled_from([*HARMFUL[:5], "one", "two. ", "\n\n", "<", ">", "&", ":", "@here", "|", "!"]),
        max_size=12,
    ).map("".join),
)


def as_read(markup: str) -> str:
    """What a reader sees of a text in Slack's markup that went through `untrusted`."""
    seen = markup.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    return seen.replace("\u2060", "")


def record(text: str = "What would you like to be different?", move: str = "explore", session: int = 3) -> TurnRecord:
    """A turn that replies with a text."""
    made = Talk().say("The bins are full.")
    return made.model_copy(
        update={
            "reply": made.reply.model_copy(update={"text": text, "citations": (), "contacts": ()}),
            "move": made.move.model_copy(update={"name": move}),
            "state": made.state.model_copy(update={"session": session}),
            "number": 7,
        }
    )


def commitment(
    number: int = 5, what: str = "ask the porters", outcome: Outcome = Outcome.OPEN, due: date | None = None
) -> CommitmentKept:
    return CommitmentKept(
        id=number,
        conversation_id="slack:T1:D1",
        session=1,
        what=what,
        when=None,
        due=due,
        with_whom=None,
        if_then=None,
        confidence=None,
        made_at=MADE,
        outcome=outcome,
        outcome_at=None if outcome is Outcome.OPEN else datetime(2026, 11, 10, 9, tzinfo=UTC),
    )


def refused(letter: Letter) -> list[str]:
    """What is wrong with a letter by Slack's own library, which raises; and whether it can be written down."""
    blocks = json.loads(json.dumps(list(letter.blocks)))
    made = [one.to_dict() for one in Block.parse_all(blocks)]
    return [
        f"block {number} is not read back" for number, one in enumerate(made) if one["type"] != blocks[number]["type"]
    ]
