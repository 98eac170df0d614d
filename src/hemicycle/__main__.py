"""`python -m hemicycle` to the command line."""

from hemicycle.cli import main

if __name__ == "__main__":
    main()
