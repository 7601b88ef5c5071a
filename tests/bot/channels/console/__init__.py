"""The console, tested as a browser meets it."""
