"""Readings and identities in; what each source tells comes out, and which tell one happening."""
