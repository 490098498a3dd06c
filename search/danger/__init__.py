"""Danger first: whether somebody who asks is in danger, by which card that is, and whom to call.

perils    what the index has of the cards: words, cries, calm sentences, numbers
cut       takes that from a library
signs     what of a sentence is looked at by words
fitting   the two regressions, in numpy
words     the opinion by words: the lexicon, and what the tokens of cries weigh against those of calm questions
meaning   the opinion by meaning: the same of the encoder's vectors
teaching  makes both opinions when the index is built
watch     joins them, and says which card and which numbers
"""
