"""Where requests come in: HTTP and Socket Mode, health, and a process that ends without losing anything."""
