"""Chat models: any that LangChain knows, held to a time, a shape and a price; nothing of it is loaded without one."""
