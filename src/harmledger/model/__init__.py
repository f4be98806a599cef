"""What things are: frozen records, their vocabularies, ids and codec. Knows nobody but `errors`."""
