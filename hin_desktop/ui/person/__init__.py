"""The page of one person: header, path, and everything recorded, in six tabs."""
