"""The Web API: one file a group of methods, over what a call is; `answering` takes the requests."""
