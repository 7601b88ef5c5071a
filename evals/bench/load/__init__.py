"""What one machine holds: real processes of the coach in Slack, made-up doctors who write to them, and what grows."""
