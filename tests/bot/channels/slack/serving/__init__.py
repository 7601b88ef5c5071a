"""Tests of the serving side: the whole channel over HTTP and Socket Mode, from its start to its end."""
