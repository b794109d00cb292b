"""What an author runs: `relmark tidy` and `relmark verify`, and the parts they are made of."""
