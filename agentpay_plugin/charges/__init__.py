"""The money shell: opens charges, believes only providers, settles every payment into an order or a refund."""
