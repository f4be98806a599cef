"""What `make check` runs beside the linters: purity, generated files, the lock."""
