"""What the look-alikes of language models share: a script of answers, a mind of their own without one, and levers."""
