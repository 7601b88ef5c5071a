"""The words that only the Slack channel says, opened: for the bot, and for the console's letters."""

from bot.channels.slack.words import SlackWords
from bot.errors import CoachError
from bot.settings import Settings
from knowledge import strict_yaml
from prompts import library

_SLACK_WORDS = "slack/words.yaml"


def slack_words(settings: Settings | None = None) -> SlackWords:
    """What only the Slack channel says, checked, and true of the chat model that the settings name, if they name one.

    Raises KnowledgeError that names the file and the line, and CoachError where doctors would not be told whose it is.
    """
    words = strict_yaml.load(library.file(_SLACK_WORDS), SlackWords)
    if settings is None or not settings.llm:
        return words
    if not settings.llm_told:
        message = "COACH_LLM_TOLD: say how the chat model and who runs it are named to doctors, who are asked to agree"
        raise CoachError(message, code="bad_setting")
    return words.with_model(settings.told)
