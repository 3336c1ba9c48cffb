"""What the merchant's reports are made of."""
