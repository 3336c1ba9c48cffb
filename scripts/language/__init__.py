"""How the local model that understands messages is made: sentence patterns, noise, training."""
