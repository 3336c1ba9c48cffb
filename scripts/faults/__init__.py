"""`make faults`: many purchases at once against the demo on its real stack, faults among them, then the books.

Documented in docs/faults.md.
"""
