"""The numbers by which talks are made and marked; the browser's stand in `play-thresholds.js`.

`tests/data/role-play.json` holds both to the same values.
"""

from __future__ import annotations

from typing import Final

SAID: Final = 0.5
"""So much of a line has to be there."""
NEARLY: Final = 0.3
"""With so much of it the line was nearly said."""
LEFT_OUT: Final = 0.25
"""A clause with less of it was not said."""
SHORT: Final = 4
"""A clause with fewer tokens need not stand by itself."""
MEANT: Final = 0.5
"""The line of another moment is what somebody meant where so much of it was typed, and more than of the right one."""

CHOICES: Final = 4
"""Lines to choose among, at the most."""
SAME: Final = 0.8
"""Lines as alike as that are the same answer."""
SHORTEST: Final = 15
"""Seconds; a shorter time is how long one waits for the other side, not how long one may take."""

LONGEST: Final = 14
"""Moments, before a talk takes the shortest way to its end."""
MOST: Final = 80
"""Moments at all, where no way leads to an end."""
ROUNDS: Final = 3
"""A loop is gone round until its limit, unless that is farther."""

GOOD: Final = 0.8
"""The share of the points from which on a talk went well."""
HALF: Final = 0.5
"""And the share from which on at least half of it was right."""
