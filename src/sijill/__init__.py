"""Sijill: published words about two states in, a record and a documentary film out."""

__version__ = "0.1.0"
