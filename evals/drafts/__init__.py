"""Drafts as a chat model might write them, good ones and bad ones: what the checks catch, and what they turn away."""
