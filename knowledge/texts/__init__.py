"""From a received file to passages: reading, recognising, cleaning, cutting, and the report of it all."""
