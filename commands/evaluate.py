def evaluate() -> None:
    """Being written."""
    raise SystemExit("not yet")
