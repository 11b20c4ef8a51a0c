"""What text needs, whoever asks: the spaCy pipeline and English grammar."""
