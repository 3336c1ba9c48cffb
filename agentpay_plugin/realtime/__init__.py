"""News of a conversation on its way from whoever stored it to whoever listens. No Django here."""
