"""harmledger: a record of civilian harm in which every figure is a claim somebody made."""

__version__ = "0.1.0"
