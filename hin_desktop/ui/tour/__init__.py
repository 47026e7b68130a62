"""The guided walk through the real window, and the built program's self-test."""
