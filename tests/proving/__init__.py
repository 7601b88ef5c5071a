"""Proofs too long for the tests: the real channel in processes of its own, killed, flooded, forged at and measured."""
