"""Day phrases to When, place candidates to Places. Pure."""
