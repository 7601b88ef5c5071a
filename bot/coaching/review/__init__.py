"""Reviewing a doctor's own draft: what it is, what works, at most two changes, versions compared. Pure."""
