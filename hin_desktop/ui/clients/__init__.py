"""The page Ratsuchende: the list, and taking in a new person."""
