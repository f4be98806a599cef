"""Text to Marks: tokens, sentences, quotations, quantities, day phrases, place candidates. Pure."""
