"""Japanese prose: from sentences to drafts of meetings."""
