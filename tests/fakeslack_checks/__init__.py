"""What the fake Slack promises: each rule bites, each delivery comes as from Slack."""
