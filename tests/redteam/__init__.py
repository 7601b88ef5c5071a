"""The red team: attacks on the coach by message, by pasted text and by poisoned sources; it needs no network, no model."""
