"""A query answered from the index: what speaks for each target, and whether the sources say."""
