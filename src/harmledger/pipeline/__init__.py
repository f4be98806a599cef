"""The corridor: knows the order of the stages and no rule of the domain."""
