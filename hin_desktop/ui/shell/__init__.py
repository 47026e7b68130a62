"""Main window, navigation, commands, background work, notices, theme."""
