"""Adding up: many filled copies become one table, its totals, the forms worked out from them, and their charts."""
