"""`python -m harmledger` is the command `harmledger`."""

from harmledger.cli.main import main

if __name__ == "__main__":
    main()
