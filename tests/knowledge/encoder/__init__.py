"""Tests of the encoder and its export."""
