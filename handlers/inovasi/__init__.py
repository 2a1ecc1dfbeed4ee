"""What works in one village and could in another: cards, the search for them, promises to repeat them."""
