"""Charts: what they show, and how they are drawn for paper and for a page."""
