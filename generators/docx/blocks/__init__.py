"""One module a family of blocks; `draw_blocks` is the way in."""

from generators.docx.blocks.all import draw_blocks

__all__ = ["draw_blocks"]
