"""Does uv.lock name no other host than the public package index's own two?"""

import re
import sys
from pathlib import Path

HOSTS = {"pypi.org", "files.pythonhosted.org"}


def foreign(lock: str) -> set[str]:
    """Hosts in a lock file that are not the index's own."""
    return set(re.findall(r"(?:https?|file|git\+\w+)://([^/\"]*)", lock)) - HOSTS


def main() -> None:
    """Exits 1 with the foreign hosts, where there are any."""
    found = foreign(Path("uv.lock").read_text(encoding="utf8"))
    if found:
        sys.exit(f"uv.lock: packages from other places than the public index: {', '.join(sorted(found))}")


if __name__ == "__main__":
    main()
