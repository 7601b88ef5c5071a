"""What figures of an evaluation are worth: intervals, differences, the chance of passing every time, agreement."""
