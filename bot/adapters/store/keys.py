"""What a thing is known by again, kept for good: digests, from which nobody can be named."""

from hashlib import blake2b

from bot.ports.incoming import Inbound, Kind

_FIRST_HAND = {Kind.MESSAGE, Kind.MENTION}
"""What is a message itself. An edit or a deletion comes with the place and the id of the message it is about."""


def digest(*parts: str) -> str:
    """A digest of `parts`: the same for the same parts, another where a border between two lies elsewhere."""
    told = "".join(f"{len(part)}:{part}" for part in parts)
    return blake2b(told.encode(), digest_size=16).hexdigest()


def keys_of(inbound: Inbound) -> dict[str, str | None]:
    """The columns by which a gesture is known again, however it comes: its event, its place, its sender's id for it."""
    own = inbound.kind in _FIRST_HAND
    return {
        "event_key": digest("event", inbound.team, inbound.event_id),
        "place_key": digest("place", inbound.team, inbound.channel, inbound.ts) if own and inbound.ts else None,
        "client_key": digest("client", inbound.team, inbound.client_msg_id) if own and inbound.client_msg_id else None,
    }
