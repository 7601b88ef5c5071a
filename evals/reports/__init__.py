"""Reports: the figures of a run, or of two runs side by side, as text, one page of HTML, and JUnit XML."""
