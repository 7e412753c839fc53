"""What is known: from documents and facts to claims, engagements and immutable editions."""
