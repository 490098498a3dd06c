"""The packaged encoder: multilingual-e5-small, in a process of its own.

The way in is `search.encoder.load_encoder`. What computes is native code, which no `except` can catch: `apart` starts a
child that does nothing else (`child`), and a crash there costs one answer.
"""
