"""A text goes in; the names, posts, places and dates in it come out, with their edges."""
