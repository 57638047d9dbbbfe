"""Standards: the six tests each must pass, the customer's own, and whether service acts first."""
