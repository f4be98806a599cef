"""Puts uv into a virtual environment of the project. Stands on Python alone; run by `make setup`.

Where Python came without pip (Debian leaves it out), a pip wheel is fetched from the package index that the lock
names, its digest compared with the one that the index states, and used once.
"""

import hashlib
import json
import re
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
import venv
from pathlib import Path

LOCK = Path(__file__).parent.parent / "uv.lock"
OLDEST = (3, 11)
RELEASE = re.compile(r"pip-([\d.]+)-py3-none-any\.whl\Z")


def main() -> None:
    """Builds the environment named by the first argument and installs uv there."""
    if sys.version_info < OLDEST:
        found = ".".join(map(str, sys.version_info[:2]))
        sys.exit(f"harmledger needs Python 3.11 or newer; this is {found}. Say which: make setup PYTHON=python3.12")
    home = Path(sys.argv[1])
    print("getting uv, which sets up the rest", file=sys.stderr)
    try:
        venv.create(home, with_pip=True, clear=True)
        pip = [str(home / "bin" / "python"), "-m", "pip"]
        install(pip)
    except (subprocess.CalledProcessError, OSError):
        venv.create(home, with_pip=False, clear=True)
        with tempfile.TemporaryDirectory() as folder:
            install([str(home / "bin" / "python"), str(pip_wheel(Path(folder)) / "pip")])


def install(pip: list[str]) -> None:
    """Installs uv by a pip command."""
    subprocess.run([*pip, "install", "--quiet", "--disable-pip-version-check", "uv>=0.9"], check=True)


def pip_wheel(folder: Path) -> Path:
    """Fetches the newest pip wheel into a folder and checks its digest; exits with a remedy where it cannot."""
    ask = urllib.request.Request(f"{index()}/pip/", headers={"Accept": "application/vnd.pypi.simple.v1+json"})
    try:
        with urllib.request.urlopen(ask, timeout=60) as answer:
            files = json.load(answer)["files"]
        wheel = max((f for f in files if RELEASE.match(f["filename"]) and not f.get("yanked")), key=version)
        with urllib.request.urlopen(wheel["url"], timeout=120) as answer:
            content = answer.read()
    except (urllib.error.URLError, OSError, LookupError, ValueError) as e:
        sys.exit(
            f"this Python has no pip, and none could be fetched ({e}). "
            "Install it (on Debian: apt install python3-venv) or uv, then run make again."
        )
    if hashlib.sha256(content).hexdigest() != wheel["hashes"]["sha256"]:
        sys.exit("the pip that was fetched is not the one the index names; try again later")
    path = folder / str(wheel["filename"])
    path.write_bytes(content)
    return path


def index() -> str:
    """The package index that the project's lock names."""
    import tomllib  # here, so that a Python too old for it still gets to say so

    packages = tomllib.loads(LOCK.read_text(encoding="utf8"))["package"]
    return str(next(p["source"]["registry"] for p in packages if "registry" in p["source"]))


def version(file: dict[str, str]) -> tuple[int, ...]:
    """The version of a pip wheel by its file name, for comparing."""
    found = RELEASE.match(file["filename"])
    return tuple(map(int, found.group(1).split("."))) if found else ()


if __name__ == "__main__":
    main()
