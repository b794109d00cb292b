"""What the usual mistakes in assignment 05 lead to, from the case."""
