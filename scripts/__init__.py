"""What keeps the house: set-up, lock files, notices."""
