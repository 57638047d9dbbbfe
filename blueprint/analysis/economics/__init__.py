"""Where money goes: what the service costs, what the customer pays for, what failing costs."""
