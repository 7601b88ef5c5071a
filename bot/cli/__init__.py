"""The `coach` command: one small file a command group."""
