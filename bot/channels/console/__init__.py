"""The mentors' console: pages made on the server, that work with the keyboard alone and without a script."""
