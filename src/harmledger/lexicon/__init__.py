"""The words of each language, as data: `xx.toml` and `xx.*.toml`."""
