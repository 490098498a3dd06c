"""The packaged encoder tuned to a library: `handbook tune`.

lessons    what it learns from: asks, texts and their translations, parts of one record beside each other
network    multilingual-e5-small in torch, of which scales, biases and norms can be moved
training   moves them, and goes on where it was stopped
measuring  what that finds in handbooks that were left out

What comes of it is a file (`search.encoding.tuned`). Only this needs torch, the extra `models`, and nothing else needs
this.
"""
