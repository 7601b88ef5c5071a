"""What the console shows and takes, a module a subject; each names its ways in `WAYS`."""
