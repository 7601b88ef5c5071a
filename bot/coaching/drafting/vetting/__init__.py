"""Every draft of a chat model's is looked at for what a reply must never do: one file a kind of fault."""
