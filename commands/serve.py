def serve() -> None:
    """Being written."""
    raise SystemExit("not yet")
