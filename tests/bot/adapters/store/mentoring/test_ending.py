"""The end of a share: nobody is written to about it any more, unless the letter is on its way."""

from collections.abc import Sequence

from sqlalchemy import select, update

from bot.adapters.store.mentoring import of_person
from bot.adapters.store.schema import OUTBOX
from bot.channels.slack.render.mentoring import SlackNotices
from bot.ports.people import Person
from bot.ports.post import Letter
from bot.ports.sharing import Remark
from bot.ports.staff import Colleague, Role
from tests.bot.adapters.store.mentoring.desk import MENTOR, SECOND, Desk, comment, desk, share_id
from tests.bot.adapters.store.offices import AT, PERSON, World
from tests.bot.channels.slack.render.samples import WORDS

NOTICES = SlackNotices(WORDS)


def told(doctor: Person, remark: Remark) -> Sequence[Letter]:
    return NOTICES.commented(doctor, remark, "")


def shared(at: Desk, number: int, mentor: str, comments: int) -> None:
    """A share with so many comments, of the first of which the answer was sent; all letters about it wait."""
    colleague = Colleague(mentor, mentor, frozenset({Role.MENTOR}))
    at.share(number, *NOTICES.shared_with(colleague, share_id(number)), mentor_id=mentor)
    said = [comment() for _ in range(comments)]
    assert at.run(at.reviewing.add(mentor, share_id(number), said, AT, told))
    first = at.opened(number, mentor).events[0].id
    assert at.answer(first, "I did.", *NOTICES.answered(colleague, share_id(number), first))


def two_shares(here: World) -> Desk:
    """The first has comment 1 and its answer; the second comments from 3 to 14."""
    at = desk(here)
    at.hire(SECOND, "Dr Second")
    shared(at, 0, MENTOR, 1)
    shared(at, 1, SECOND, 12)
    return at


def waiting(at: Desk) -> set[str]:
    return at.do(lambda c: set(c.execute(select(OUTBOX.c.key).where(OUTBOX.c.open)).scalars()))


def of_the_second() -> set[str]:
    comments = {f"comment:{number}" for number in range(3, 15)}
    return comments | {f"share_waits:{share_id(1)}", f"comment_answered:{share_id(1)}:3"}


def test_letters_about_a_share_that_is_withdrawn_are_not_sent_and_have_no_words(here: World) -> None:
    at = two_shares(here)
    of_the_first = {f"share_waits:{share_id(0)}", "comment:1", f"comment_answered:{share_id(0)}:1"}
    assert waiting(at) == of_the_first | of_the_second()
    at.withdraw(0)
    assert waiting(at) == of_the_second()
    columns = (OUTBOX.c.state, OUTBOX.c.text, OUTBOX.c.blocks, OUTBOX.c.owner)
    dropped = select(*columns).where(OUTBOX.c.key.in_(of_the_first))
    assert at.do(lambda c: {tuple(row) for row in c.execute(dropped)}) == {("dropped", None, None, None)}
    assert at.run(at.sharing.remark(PERSON, 1)) is not None


def test_what_somebody_has_begun_to_send_is_sent(here: World) -> None:
    at = two_shares(here)
    at.do(lambda c: c.execute(update(OUTBOX).where(OUTBOX.c.key == "comment:1").values(state="sending", process="p")))
    at.withdraw(0)
    assert waiting(at) == of_the_second() | {"comment:1"}


def test_of_a_doctor_who_was_erased_nothing_waits_for_a_mentor(here: World) -> None:
    at = two_shares(here)
    at.do(lambda c: of_person.erase(c, PERSON))
    assert waiting(at) == set()
