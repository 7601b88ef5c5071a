"""What happens when a doctor presses a button, sends a dialogue, gives a command or opens a tab: a module a subject."""
