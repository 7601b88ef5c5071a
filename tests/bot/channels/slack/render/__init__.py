"""Tests of the bot; their folders mirror the source."""
