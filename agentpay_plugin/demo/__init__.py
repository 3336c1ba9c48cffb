"""What runs AgentPay without any account: look-alikes of the systems it speaks to."""
