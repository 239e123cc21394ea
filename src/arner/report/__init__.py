"""An HTML page of the records that a person can look at."""
