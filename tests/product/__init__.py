"""The product as people get it: real models, real index of the cards alone, real commands."""
