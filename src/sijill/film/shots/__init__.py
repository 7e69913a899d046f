"""A card in; layers and their motion out, one kind of shot a file."""
