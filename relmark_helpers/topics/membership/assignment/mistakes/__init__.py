"""What usual mistakes in assignment 11 lead to, from the case, by what the tasks are about."""
