"""Whether a request over HTTP is Slack's own: signed with the app's secret, and not older than five minutes."""

from collections.abc import Mapping, Sequence

from slack_sdk.signature import SignatureVerifier


class Seal:
    """The signing secret and what it proves; with an empty secret nothing is genuine.

    Bolt's own check is not used: it writes the body of a refused request to the log, and a malformed header ends in an
    exception instead of a refusal.
    """

    def __init__(self, signing_secret: str) -> None:
        self._verifier = SignatureVerifier(signing_secret) if signing_secret.strip() else None

    def genuine(self, body: str | bytes, headers: Mapping[str, Sequence[str]]) -> bool:
        """Whether Slack signed that body; `headers` by name in small letters, each with all its values."""
        timestamp = _only(headers, "x-slack-request-timestamp")
        signature = _only(headers, "x-slack-signature")
        if self._verifier is None or not (timestamp.isascii() and timestamp.isdigit() and signature.isascii()):
            return False
        return self._verifier.is_valid(body, timestamp, signature)


def _only(headers: Mapping[str, Sequence[str]], name: str) -> str:
    """The header's value; "" where it is missing or given more than once."""
    values = headers.get(name, ())
    return values[0] if len(values) == 1 else ""
