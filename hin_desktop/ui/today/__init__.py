"""The page Heute."""
