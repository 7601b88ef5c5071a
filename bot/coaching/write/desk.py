"""What a writer has before it, and how it takes phrases in turn and remembers which were used."""

from dataclasses import dataclass, field

from bot.coaching.cited import Cited
from bot.coaching.cold_starts import is_cold
from bot.coaching.kinds import Act
from bot.coaching.model import Clause, Move, Reading, State
from bot.coaching.playbook import Playbook
from bot.coaching.record import Sentence
from bot.coaching.words import Words


@dataclass(frozen=True, slots=True)
class Found:
    """What the knowledge gave for this move: what to say of it, and the place. `says` is None where it does not say.

    `also` is the answer to a second question of one message; `missing` is what nothing was found for, in the doctor's
    own words, and `no_figure` that a figure was asked for and none is in what was found.
    """

    says: str | None
    cited: Cited | None
    also: "Found | None" = None
    missing: str = ""
    no_figure: bool = False


@dataclass(slots=True)
class Desk:
    """One reply in the making. Only `sentences`, `used`, `citations` and `handed` change while it is written.

    `beside` is what a rehearsal or a draft came to: its text, and the name of the other person where they speak it.
    `handed` is the run of the doctor's words that the reply hands back, "" where it hands none back.
    """

    text: str
    move: Move
    reading: Reading
    before: State
    state: State
    book: Playbook | None
    words: Words
    found: Found | None
    beside: tuple[str, str] = ("", "")
    handed: str = ""
    sentences: list[Sentence] = field(default_factory=list)
    used: list[str] = field(default_factory=list)
    citations: list[Cited] = field(default_factory=list)

    def say(self, text: str, act: Act, cites: str | None = None) -> None:
        """Add one sentence, or several that do the same thing."""
        if text.strip():
            self.sentences.append(Sentence(text=text.strip(), act=act, cites=cites))

    def phrase(self, group: str, act: Act, **values: str) -> None:
        """Add the next phrase of a group with its values filled in; a question at its end is a sentence of its own."""
        key, line = self.words.pick(group, (*self.state.used, *self.used), self.state.opening_words)
        self.used.append(key)
        self.split(fill(line, values), act)

    def said_so_far(self) -> str:
        """What the reply says up to here."""
        return " ".join(one.text for one in self.sentences)

    def split(self, text: str, act: Act) -> None:
        """Add `text`; where it ends in a question after a statement, the two are tagged apart."""
        statement, question = part_question(text)
        self.say(statement, act if question is None or act is not Act.ASK_OPEN else Act.REFLECT)
        if question is not None:
            self.say(question, Act.ASK_OPEN)

    def has_reflected(self) -> bool:
        """Whether the reply already says something of what was heard."""
        return any(one.act is Act.REFLECT for one in self.sentences)

    def fresh_clauses(self) -> tuple[Clause, ...]:
        """The runs of this message that have not been quoted before in the conversation, the most charged first."""
        quoted = {one.removeprefix("quote:") for one in self.state.used}
        fresh = (one for one in self.reading.clauses if one.text.casefold() not in quoted)
        return tuple(one for one in fresh if not is_cold(one.text))

    def fresh_clause(self) -> Clause | None:
        """The most charged of them, or None."""
        return next(iter(self.fresh_clauses()), None)

    def quote(self, text: str) -> str:
        """The doctor's words in quotation marks, remembered as quoted."""
        self.hand(text)
        return quoted(text)

    def hand(self, text: str) -> None:
        """Remember words of the doctor's as handed back: they are not handed back a second time."""
        self.used.append(f"quote:{text.casefold()}")
        self.handed = text


def quoted(text: str) -> str:
    """Words in double quotation marks, with any of their own turned to single ones."""
    return '"' + text.replace('"', "'").replace("“", "'").replace("”", "'").strip(" ,;:.") + '"'


def fill(line: str, values: dict[str, str]) -> str:
    """Put the values in; a quotation that begins a sentence or stands before a full stop reads as it is."""
    for name, value in values.items():
        line = line.replace("{" + name + "}", value)
    return line


def part_question(text: str) -> tuple[str, str | None]:
    """Part a text into its statements and its final question; the question is None where it ends in none."""
    bare = text.strip()
    if not bare.endswith("?"):
        return bare, None
    for cut in range(len(bare) - 2, 0, -1):
        rest = bare[cut + 1 :].strip(' "')
        closed = bare[: cut + 2].count('"') % 2 == 0
        if bare[cut] in ".!" and bare[cut + 1] in ' "' and closed and rest[:1].isupper():
            return bare[: cut + 1 + (bare[cut + 1] == '"')].strip(), rest
    return "", bare
