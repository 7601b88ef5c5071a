"""Tests of the Bolt edge: what comes in, what Slack is asked for, and what buttons and dialogues do."""
