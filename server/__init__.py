"""HTTP: the built site and the API, nothing else. The server never builds."""
