"""A text goes in; its sentences, words, classes of words and patterns come out."""
