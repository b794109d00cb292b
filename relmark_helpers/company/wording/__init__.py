"""Texts of the company in English and Chinese, written for this course."""
