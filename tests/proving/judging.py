"""What a conversation should look like after any number of crashes, and how far a transcript is from it. Pure."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tests.proving.chain import START, Said, fold


@dataclass(frozen=True, slots=True)
class Judged:
    """Messages sent and replies seen, and what is wrong with them; counts.

    `lost` messages were never answered, `twice` are answers too many, `disordered` were answered after a later one, and
    `wrong` replies rest on another history than the doctor's.
    """

    sent: int = 0
    replies: int = 0
    lost: int = 0
    twice: int = 0
    disordered: int = 0
    wrong: int = 0

    @property
    def faults(self) -> int:
        """All that is wrong."""
        return self.lost + self.twice + self.disordered + self.wrong

    def __add__(self, other: "Judged") -> "Judged":
        return Judged(
            sent=self.sent + other.sent,
            replies=self.replies + other.replies,
            lost=self.lost + other.lost,
            twice=self.twice + other.twice,
            disordered=self.disordered + other.disordered,
            wrong=self.wrong + other.wrong,
        )


def judge(sent: Sequence[str], replies: Sequence[Said], *, ordered: bool = True) -> Judged:
    """One conversation: the messages as the doctor sent them, the replies as the channel shows them.

    Where the deliveries were shuffled on purpose (`ordered` false) there is no order to keep.
    """
    counts = Counter(name for reply in replies for name in reply.heard)
    return Judged(
        sent=len(sent),
        replies=len(replies),
        lost=sum(1 for name in sent if not counts[name]),
        twice=sum(count - 1 for count in counts.values()),
        disordered=_disordered(sent, replies) if ordered else 0,
        wrong=_wrong(sent, replies) if ordered else _unknown(sent, counts),
    )


def _disordered(sent: Sequence[str], replies: Sequence[Said]) -> int:
    """First answers that come after the answer to a later message."""
    place = {name: at for at, name in enumerate(sent)}
    furthest, count = -1, 0
    for name in dict.fromkeys(name for reply in replies for name in reply.heard):
        at = place.get(name, -1)
        count += at < furthest
        furthest = max(furthest, at)
    return count


def _wrong(sent: Sequence[str], replies: Sequence[Said]) -> int:
    """Replies whose hash is not that of everything sent up to the last message they answer."""
    expected, state = {}, START
    for name in sent:
        state = fold(state, name)
        expected[name] = state
    return sum(1 for reply in replies if expected.get(reply.heard[-1]) != reply.state)


def _unknown(sent: Sequence[str], counts: Mapping[str, int]) -> int:
    """Answers to what was never sent."""
    return len(set(counts) - set(sent))
