"""A script in; a cut, and from the cut a film out."""
