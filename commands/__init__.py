"""The `handbook` command: one file a verb."""
