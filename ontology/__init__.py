"""What the words mean: the ontology, its vocabularies and shapes, and the constants generated from them."""
