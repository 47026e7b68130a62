"""The page of settings: organisation, colleagues, access, and everything that is a switch."""
