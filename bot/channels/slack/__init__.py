"""The coach in Slack: what comes in is on disk before it is acknowledged, and is answered once, in order."""
