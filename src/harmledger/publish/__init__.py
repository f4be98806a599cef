"""What may leave, and in which shape. Pure."""
