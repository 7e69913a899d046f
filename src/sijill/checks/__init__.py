"""The merged record goes in; claims with verdicts, and how rare things are, come out."""
