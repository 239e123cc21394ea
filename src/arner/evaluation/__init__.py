"""How right the records are, against articles that a careful reader has read."""
