"""What several stages need of text. Pure."""
