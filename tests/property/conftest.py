"""No property is timed: the first example of a worker loads a language's words, and machines are busy."""

from hypothesis import settings

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
