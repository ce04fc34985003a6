"""Stories and promises, as the verbs make them."""
