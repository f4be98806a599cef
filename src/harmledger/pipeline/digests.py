"""What a result depends on besides its input, each by digest: code, words, packages."""

from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable

from harmledger.model.codec import encode
from harmledger.model.ids import digest


@cache
def package_digest(*names: str) -> str:
    """Digest of the files of parts of the package, such as `read` or `adapters/lexicons.py`, compiled ones aside."""
    content: dict[str, str] = {}
    for name in names:
        _take(files("harmledger").joinpath(name), name, content)
    return digest(encode(content))


def versions(*packages: str) -> str:
    """Installed packages with their versions; `-` for one that is absent."""
    return " ".join(f"{p}={_version(p)}" for p in packages)


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "-"


def _take(at: Traversable, name: str, content: dict[str, str]) -> None:
    if at.is_file():
        content[name] = digest(at.read_bytes())
    elif at.is_dir():
        for inner in at.iterdir():
            if inner.name.endswith((".py", ".toml")) or (inner.is_dir() and inner.name != "__pycache__"):
                _take(inner, f"{name}/{inner.name}", content)
