"""Meridian Home (子午家居): the simulated company whose truth is known.

:mod:`parameters` holds every number with its meaning, :mod:`engine` runs the months, :mod:`tables` turns a
run into relational tables and :mod:`truth` into the table of what was put in; :mod:`schema` describes every
column, and :mod:`store` writes, loads and connects to a company.
"""
