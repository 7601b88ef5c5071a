"""Questions that grow out of a message: evidence found by form alone, and the doctor's words made fit to ask with."""
