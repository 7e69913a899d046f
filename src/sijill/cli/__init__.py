"""The command: it parses, calls one function of the library, prints."""
