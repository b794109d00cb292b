"""The files of the banks are pieces of notebooks, not modules."""

collect_ignore_glob = ["[0-9]*/*.py", "further/*.py", "fresh/*.py"]
