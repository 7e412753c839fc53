"""English press pages, joint statements and communiqués: sentences to drafts and statements."""
