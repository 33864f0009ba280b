"""The project that trains the weights: data, made sentences, courses, packing, figures."""
