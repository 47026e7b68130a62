"""How older desks become today's. Imported only when a desk's schema version differs."""
