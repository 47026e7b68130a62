"""Keys and files at rest: unlocking, key slots, the keyed connection, lock, backup, restore, integrity."""
