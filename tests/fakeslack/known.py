"""Names and secrets that the fake starts with: fixed, so that tests can write them down."""

TEAM = "T0FAKE"
TEAM_NAME = "Riverside Hospital"
APP_ID = "A0FAKE"
APP_NAME = "Leadership coach"
BOT_USER = "U0COACH"
BOT_ID = "B0COACH"
BOT_TOKEN = "xoxb-fake-bot"  # noqa: S105 - nothing that opens anything
APP_TOKEN = "xapp-fake-app"  # noqa: S105
SIGNING_SECRET = "fake-signing-secret"  # noqa: S105
VERIFICATION_TOKEN = "fake-verification"  # noqa: S105
CLIENT_ID = "1000.2000"
CLIENT_SECRET = "fake-client-secret"  # noqa: S105
SLACKBOT = "USLACKBOT"

MENTOR = "Ruth Adeyemi"
"""Who mentors in the demo."""
