"""Where work changes hands, where the customer does, and what that costs in time and errors."""
