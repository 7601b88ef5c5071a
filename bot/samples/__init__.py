"""Sample talks for looking at the console: made-up doctors, held with the coach as it is."""
