"""Readings and identities in; items with citations out."""
