"""The words that tell happenings, and what stands around each of them."""
