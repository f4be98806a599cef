"""The ledger in a database, its blobs in a folder beside it."""
