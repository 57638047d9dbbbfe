"""What surrounds the customer: things and places, rules and standards, and whether they fit."""
