"""A text in; its marked spans out: who, where, when, what was said and what happened."""
