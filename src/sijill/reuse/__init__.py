"""Readings and texts in; which texts are one comes out: copies, translations, rewrites."""
