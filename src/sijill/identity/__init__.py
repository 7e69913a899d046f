"""Mentions of many texts in; people, bodies and places out, each join with its reason."""
