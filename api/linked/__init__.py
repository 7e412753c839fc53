"""Linked data: things, words, editions and the dataset itself, described for programs and for people."""
