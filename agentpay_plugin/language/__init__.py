"""Understanding shoppers and the words to answer them."""
