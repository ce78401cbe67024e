"""`python -m unhunch` and the `unhunch` command."""

from unhunch.cli import main

if __name__ == "__main__":
    main()
