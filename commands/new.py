def new() -> None:
    """Being written."""
    raise SystemExit("not yet")
