"""What usual mistakes in assignment 10 lead to, from the case, by what the tasks are about."""
