"""A strict stand-in for Slack: its Web API, its deliveries and its people, on this machine, in a process of its own.

`python -m tests.fakeslack` starts it; `client.py` drives it. What it does and what it refuses follows Slack's reference;
where Slack's own behaviour is not documented, the comment at the place says what was chosen.
"""
