"""The words of the interface, (Chinese, English) by key; `generators.labels` puts them together."""
