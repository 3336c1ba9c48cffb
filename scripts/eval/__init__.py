"""Measures how well AgentPay understands: `python -m scripts.eval intents`."""
