"""A language model as the shop assistant: when it is asked, what it may do, what it may say, what it may cost."""
