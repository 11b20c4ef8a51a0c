"""From points to the summary note in Word."""
