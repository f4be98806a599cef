"""Marks to Accounts: figures, speakers, parties, means, accounts, agreements, positions, evidence. Pure."""
