"""What mentoring is made of, pure: what a mentor sees of a talk, what a review is, and figures that name nobody."""
