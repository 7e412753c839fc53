"""The description of the API (OpenAPI 3.1), completed: what is answered, what may go wrong, examples that run."""
