"""What the roster means: how names and organisations are spelt."""
