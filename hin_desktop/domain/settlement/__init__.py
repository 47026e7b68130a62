"""Permanent residence: the ways to it, how much time each still takes, and what else is asked (facts.md § 3.1)."""
