"""`make eval`: how well the assistant understands and sells. See docs/evaluation.md."""
