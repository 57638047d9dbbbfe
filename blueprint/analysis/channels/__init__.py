"""Whether channels fit the customers, and what customers lose on the way from one to the next."""
