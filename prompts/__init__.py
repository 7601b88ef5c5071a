"""Every word that the product says, or sends to a model."""
