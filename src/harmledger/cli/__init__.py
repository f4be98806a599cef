"""The command line. No logic."""
