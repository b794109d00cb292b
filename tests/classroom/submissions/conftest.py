"""The files beside are pieces of notebooks, not modules."""

collect_ignore_glob = ["*/*.py"]
