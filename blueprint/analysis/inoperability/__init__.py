"""What if something is down for a day: how much is lost where, and how it is made good."""
