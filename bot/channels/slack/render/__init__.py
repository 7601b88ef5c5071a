"""What goes out: words into letters that keep Slack's limits and in which nothing untrusted is alive."""
