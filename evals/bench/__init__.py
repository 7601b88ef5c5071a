"""How fast, small and sharp the coach is, as ratios to a yardstick that ran beside it on the same machine."""
