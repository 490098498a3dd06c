"""Forms as Word documents: content controls on screen, stationery on paper."""
