"""A text with its people and speech goes in; the happenings it tells come out."""
