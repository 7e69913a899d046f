"""What was put in: bytes kept by their SHA-256, text with stable offsets."""
