"""One package for each chapter: the idea as functions, its pictures, its explorers, its exercise."""
