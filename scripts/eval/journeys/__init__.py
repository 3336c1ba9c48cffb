"""Shopping journeys: goals, a simulated shopper who says them in four wordings, and the books that judge them."""
