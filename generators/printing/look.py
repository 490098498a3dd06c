"""How forms look as pictures."""

from __future__ import annotations

from typing import Final

DPI: Final = 110
"""An A4 page on end is 909 pixels wide: a desk shows it at its size, and its small print can be read."""
GREYS: Final = (255, 242, 190, 120, 0)
REDS: Final = ((192, 57, 43), (226, 160, 150))
LOOK: Final = f"{DPI} {GREYS} {REDS}"
"""What pictures depend on besides the PDF."""
