"""What the look-alikes of all providers share: time, faults, webhooks, levers, and the server that carries them."""
