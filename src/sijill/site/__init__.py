"""A record, a script and a film in; a page that opens from disk out."""
