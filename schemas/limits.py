"""How much is taken in, on every way in: nothing longer, deeper or more is looked at, so that no input takes long.

Whatever is above a limit is refused, or left out with a line that says so.
"""

from __future__ import annotations

from typing import Final

_MB: Final = 1024 * 1024

LONGEST_TEXT: Final = 20_000
"""Characters of any text: of a record, a translation, or a field of a form."""
LONGEST_ENTRY: Final = 4 * LONGEST_TEXT
"""Characters of one entry of a catalogue: its comments, its text and its translation."""
LONGEST_SHORT_TEXT: Final = 2_000
"""Characters of what is written in one line of a form: a text, a number, a date, a choice."""
LONGEST_QUESTION: Final = 500
"""Characters of a question; what follows would only make it slow."""
LONGEST_PASSAGE: Final = 400_000
"""Characters of a passage as it is indexed: all that a step, an article or a form says in both languages."""
LONGEST_SAID: Final = 300
"""Characters of anything that is quoted in a line that says what is wrong."""
LONGEST_ENCODED: Final = 500
"""Characters that the encoder reads, before normalising and after it; a passage has 480 at most."""
LONGEST_CODE: Final = 64
"""Parts of a code (letters, numbers) in a text or a question; a form's code has four."""
LONGEST_EDITION: Final = 40
"""Characters of an edition: it stands beside the code, and in a QR code, which holds only so much."""
MOST_MARKS: Final = 30
"""Combining marks on one character, as Unicode's stream-safe text has it: putting them in order costs their square."""
MOST_EXPANSION: Final = 18
"""How many characters one becomes at most when it is normalised (U+FDFA)."""

MOST_LINES_OF_CARD: Final = 7
"""Lines of the first screen of an emergency card: the numbers, the acts, what is said, what is never done."""
MOST_ACTS_OF_CARD: Final = 3
LONGEST_LINE_OF_CARD: Final = 60
"""Characters of an act or a saying of a card."""

MOST_ROWS: Final = 1_000
"""Rows of a register."""
MOST_FIELDS: Final = 15_000
"""Fields of a filled copy, or bookmarks in their place; 300 rows of a wide register have 4,200."""
MOST_DEPTH_OF_VALUES: Final = 6
"""How deep the values of a web form lie: body, values, block, row, key, choices."""
MOST_TOLD: Final = 100
"""Mistakes of one copy, or findings of one file, that are told one by one; how many more there are is said."""

MOST_BYTES_OF_VALUES: Final = _MB
"""Of the values of one web form as JSON; a thousand full rows are under half of it."""
MOST_BYTES_OF_PROGRESS: Final = 16 * _MB
"""Of what one learner has done; a year of thirty answers a day is a megabyte."""
MOST_BYTES_OF_RECORD: Final = 5 * _MB
"""Of a file of content."""
MOST_BYTES_OF_CATALOGUE: Final = 50 * _MB
"""Of a catalogue: one that a branch brings along may hold the texts of a whole handbook."""
MOST_DEPTH: Final = 64
"""How deep a file of content is nested."""
MOST_EVENTS: Final = 500_000
"""What a file of content consists of, as its parser tells it: keys, values, beginnings and ends."""
MOST_CHARACTERS: Final = 20
"""Lines of a file with an invisible character, or a tab, that are told.

One is pasted; thousands are a file of another sort, and twenty lines say so.
"""

MOST_BYTES_OF_LIST: Final = 20 * _MB
"""Of a list that forms are filled from, packed or unpacked; a thousand rows are a tenth of a megabyte."""
MOST_ROWS_OF_LIST: Final = 5_000
"""Rows of it, and sheets that are numbered at once."""
MOST_COLUMNS_OF_LIST: Final = 500

MOST_BYTES_OF_COPY: Final = 20 * _MB
"""Of a filled copy; forms are 20 KB, photos that somebody pasted in may make it larger."""
MOST_BYTES_UNPACKED: Final = 100 * _MB
"""Of a filled copy, unpacked."""
MOST_PARTS: Final = 500
"""Parts of a filled copy."""
MOST_BYTES_OF_PART: Final = 5 * _MB
"""Of a part of a filled copy that is read.

Those of forms are up to half a megabyte, and a row of a wide register has 12 KB.
"""
MOST_BYTES_READ: Final = 8 * _MB
"""Of all parts of a filled copy that are read."""
MOST_WEIGHT: Final = 300_000
"""What the parts of a filled copy may weigh, see `filled.reading.xml.weigh`; a tree takes some 130 bytes for each.

The largest forms weigh 20,000, a row of a wide register 1,000.
"""
MOST_NAMES: Final = 2_000
"""Names of elements and attributes in a part of a filled copy; documents have a few hundred.

The parser keeps every name it ever saw, for as long as the process lives.
"""
