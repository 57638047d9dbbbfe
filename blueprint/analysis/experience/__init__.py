"""What customers live through: emotion, needs and personas, step by step."""
