"""Bytes in, records out: documents to pages and lines, CSV facts to records."""
