"""A consultation's folder: the only place that knows the order of the stages."""
