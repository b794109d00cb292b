"""``python -m relmark_helpers.cli`` is ``relmark``."""

from relmark_helpers.cli import main

main()
