"""``python -m blueprint`` is the command ``blueprint``."""

from blueprint.cli import main

if __name__ == "__main__":
    main()
