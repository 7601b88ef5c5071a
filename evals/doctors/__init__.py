"""Simulated doctors: what they say next, given what the coach asked."""
