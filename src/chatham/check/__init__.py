"""The publication gate: reads finished files back and knows nothing of how they were made."""
