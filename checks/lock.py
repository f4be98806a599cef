"""Does uv.lock name one package index only, and nothing that is fetched in another way?"""

import re
import sys
from pathlib import Path

ADDRESS = re.compile(r"((?:git\+)?\w+)://([^/\"]*)")
MOST = 2  # the index and the host of its files


def faults(lock: str) -> list[str]:
    """What a lock file names besides one index and the host of its files, over https; empty where all is well."""
    found = set(ADDRESS.findall(lock))
    odd = [f"{how}://{host}" for how, host in sorted(found) if how != "https"]
    hosts = sorted({host for how, host in found if how == "https"})
    return odd + ([f"hosts: {', '.join(hosts)}"] if len(hosts) > MOST else [])


def main() -> None:
    """Exits 1 with what is wrong, where anything is."""
    found = faults(Path("uv.lock").read_text(encoding="utf8"))
    if found:
        sys.exit(f"uv.lock: packages from other places than one index: {'; '.join(found)}")


if __name__ == "__main__":
    main()
