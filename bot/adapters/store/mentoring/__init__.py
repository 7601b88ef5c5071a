"""What mentoring keeps: who may come in, what was shared with whom, reviews, figures, and the record of all of it."""
