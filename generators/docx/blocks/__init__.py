"""One module a family of blocks; `draw_blocks` is the way in, and `apart` sets room between them."""

from generators.docx.blocks.all import apart, draw_blocks

__all__ = ["apart", "draw_blocks"]
