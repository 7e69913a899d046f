"""The record goes in; files of other people's formats come out, for their tools to read."""
