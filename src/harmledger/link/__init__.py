"""Accounts to clusters that tell of one happening. Pure."""
