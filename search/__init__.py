"""Passages, the two indexes over them, and `ask`: a question in, the step that answers it out, with its citation.

The way in: `search.index.build_index` and `open_index`, `search.ask.Searcher`, `search.browser.write_browser_index`,
`search.evaluation.evaluate`. Nothing here is imported by this file, so that `import search` costs nothing.
"""
