"""What several stages need of the globe. Pure."""
