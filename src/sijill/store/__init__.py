"""A record goes out to its files and its database, and answers questions from there."""
