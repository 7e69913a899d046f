"""Sentences go in; what trained models of sequences think of their words comes out."""
