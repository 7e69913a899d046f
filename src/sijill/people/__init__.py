"""The mentions of one text go in; who is who in it comes out, with posts, bodies and countries."""
