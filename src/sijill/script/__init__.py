"""A record in; chapters, scenes and narrated sentences with their evidence out."""
