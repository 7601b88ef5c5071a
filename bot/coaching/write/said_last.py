"""What the coach said last: its question where it waits for an answer, and the line that a message follows."""

import re
from typing import Final

from bot.coaching.record import Conversation
from bot.coaching.write.desk import part_question

_SENTENCE_END: Final = re.compile(r"(?<=[.!])[\"”]?\s+")


def question(conversation: Conversation) -> str:
    """The coach's last question, where it waits for an answer; one about safety is answered in words of its own."""
    state = conversation.state
    if not conversation.said or not state.expecting or state.closed or state.expecting.startswith("safety:"):
        return ""
    return part_question(conversation.said[-1])[1] or ""


def last_line(conversation: Conversation) -> str:
    """The coach's question, or its last sentence where it asked nothing; "" at the beginning."""
    if not conversation.said:
        return ""
    told, asked = part_question(conversation.said[-1])
    return asked or _SENTENCE_END.split(told)[-1]
