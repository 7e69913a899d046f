"""Who and what is known already, in five scripts."""
