"""The command line. No logic: each command calls the pipeline and prints what comes back."""
