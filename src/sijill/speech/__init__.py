"""A text and its people go in; what is said in it comes out, and who says it."""
