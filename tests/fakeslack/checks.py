"""What can be wrong with a value in Block Kit: complaints as Slack words them, each with its place in the JSON."""

from collections.abc import Iterator, Sequence

from tests.fakeslack.jsons import Json, record

ANY_TEXT = ("plain_text", "mrkdwn")
PLAIN = ("plain_text",)


def fault(message: str, where: str) -> str:
    """A complaint in Slack's way: what is wrong, and at which place of the JSON."""
    return f"{message} [json-pointer:{where}]"


def text_faults(value: object, where: str, longest: int, kinds: Sequence[str] = PLAIN) -> Iterator[str]:
    """What is wrong with a text object."""
    found = record(value)
    words, kind = found.get("text"), found.get("type")
    if kind not in kinds:
        yield fault(f"must be a text object of type {' or '.join(kinds)}", where)
        return
    if not isinstance(words, str) or not words:
        yield fault("must be more than 0 characters", f"{where}/text")
    elif len(words) > longest:
        yield fault(f"must be less than {longest + 1} characters", f"{where}/text")
    known = {"type", "text", "emoji"} if kind == "plain_text" else {"type", "text", "verbatim"}
    yield from extra_faults(found, known, where)


def extra_faults(found: Json, known: set[str] | frozenset[str], where: str) -> Iterator[str]:
    """Fields that Slack does not know there."""
    for name in found.keys() - known:
        yield fault(f"invalid additional property: {name}", where)


def length_faults(found: Json, where: str, limits: dict[str, int]) -> Iterator[str]:
    """Texts that are no texts or too long; those that are missing are let through."""
    for name, longest in limits.items():
        value = found.get(name)
        if value is not None and not isinstance(value, str):
            yield fault("must be a string", f"{where}/{name}")
        elif isinstance(value, str) and len(value) > longest:
            yield fault(f"must be less than {longest + 1} characters", f"{where}/{name}")


def count_faults(value: object, where: str, least: int, most: int) -> Iterator[str]:
    """A list that is none, or has too few or too many things in it."""
    if not isinstance(value, list):
        yield fault("must be an array", where)
    elif len(value) < least:
        yield fault(f"no fewer than {least} items allowed", where)
    elif len(value) > most:
        yield fault(f"no more than {most} items allowed", where)


def confirm_faults(found: Json, where: str) -> Iterator[str]:
    """What is wrong with the question before an action, where there is one."""
    if "confirm" not in found:
        return
    confirm, at = record(found["confirm"]), f"{where}/confirm"
    yield from text_faults(confirm.get("title"), f"{at}/title", 100)
    yield from text_faults(confirm.get("text"), f"{at}/text", 300, ANY_TEXT)
    yield from text_faults(confirm.get("confirm"), f"{at}/confirm", 30)
    yield from text_faults(confirm.get("deny"), f"{at}/deny", 30)
    yield from extra_faults(confirm, {"title", "text", "confirm", "deny", "style"}, at)
