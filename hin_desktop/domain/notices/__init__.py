"""Post and time limits (facts.md § 3.6): when a notice is known, what can be done against it, and until when."""
