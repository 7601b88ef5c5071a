"""What a doctor sees beneath the coach's messages."""

from tests.bot.channels.slack.engine.world import Doctor


def buttons(doctor: Doctor, number: int = -1) -> dict[str, str]:
    """The buttons beneath one of the coach's messages, with what they carry."""
    said = [one for one in doctor.channel.messages.values() if "bot_id" in one]
    blocks = said[number]["blocks"]
    assert isinstance(blocks, list)
    elements = [element for block in blocks for element in block.get("elements", [])]
    return {one["action_id"]: one.get("value", "") for one in elements if one.get("type") == "button"}
