"""Naturalisation: the paths of the StAG, their requirements, and what the recorded facts say to each (facts.md § 2)."""
