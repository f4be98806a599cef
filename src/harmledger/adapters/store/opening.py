"""Opening a ledger's file: is it one, is it of this version, and the connection settings that keep it whole."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text

from harmledger.adapters.store.tables import APPLICATION_ID, HEAD, REVISIONS
from harmledger.adapters.store.trouble import told
from harmledger.errors import LedgerError, LedgerNewer

BUSY_MS = 60_000
_MAGIC = b"SQLite format 3\0"
_WRITES = "harmledger_writes"


def open_engine(path: Path, *, create: bool) -> Engine:
    """An engine on the ledger at `path`, brought to this program's revision; made new where absent and `create`.

    Raises:
        LedgerError: absent and not to be created, no ledger, or not to be written; the file is left as it was.
        LedgerNewer: written by a newer harmledger.
    """
    _refuse_foreign(path, create=create)
    engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": BUSY_MS / 1000})
    event.listen(engine, "connect", _settings)
    event.listen(engine, "begin", _begin)
    try:
        with told(str(path)):
            _migrate(engine, path)
    except BaseException:
        engine.dispose()
        raise
    return engine


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that holds the write lock from its first moment, so that what it reads stays true until it ends."""
    with told(str(engine.url.database)), engine.connect() as connection:
        connection = connection.execution_options(**{_WRITES: True})
        with connection.begin():
            yield connection


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A transaction that sees one moment of the ledger and blocks nobody."""
    with told(str(engine.url.database)), engine.connect() as connection, connection.begin():
        yield connection


def _refuse_foreign(path: Path, *, create: bool) -> None:
    """Looks without touching: another program's file must not even gain a journal from us."""
    if path.is_dir():
        raise LedgerError(f"{path} is a folder. Name a file in it, such as {path / 'ledger.db'}")
    if not path.exists():
        if not create:
            raise LedgerError(f"there is no ledger at {path}. `harmledger run INPUT... --ledger {path}` makes one")
        if not path.parent.is_dir():
            raise LedgerError(f"the folder {path.parent} does not exist. Make it first, or name another ledger")
        return
    try:
        with path.open("rb") as f:
            head = f.read(100)
    except OSError as e:
        raise LedgerError(f"{path} cannot be read ({e.strerror}). Check its permissions") from e
    if not head:
        return
    if not head.startswith(_MAGIC):
        raise LedgerError(f"{path} is no ledger (no SQLite database). It was left as it is; name another file")
    if int.from_bytes(head[68:72], "big") == APPLICATION_ID:
        return
    # What the header will say may still stand in the write-ahead log, so the database itself is asked.
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as db:
        try:
            mark = db.execute("PRAGMA application_id").fetchone()[0]
            others = db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        except sqlite3.DatabaseError as e:
            raise LedgerError(f"{path} cannot be opened ({e}). Restore it from a backup") from e
    if mark != APPLICATION_ID and others:
        raise LedgerError(f"{path} is another program's database. It was left as it is; name another file")


def _settings(connection: Any, _record: object) -> None:
    """WAL lets readers and one writer work at once; FULL makes a commit last through a power cut."""
    connection.isolation_level = None
    for pragma in (f"busy_timeout={BUSY_MS}", "journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}").close()


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _migrate(engine: Engine, path: Path) -> None:
    with reading(engine) as connection:
        revision = _revision(connection, path)
    if revision == HEAD:
        return
    # Alembic takes long to import and is needed only here.
    from alembic import command
    from alembic.config import Config

    with writing(engine) as connection:
        if _revision(connection, path) == HEAD:
            return
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
        config = Config()
        config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _revision(connection: Connection, path: Path) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    if found is not None and found not in REVISIONS:
        raise LedgerNewer(f"{path} was written by a newer harmledger (ledger revision {found}). Upgrade harmledger")
    return found
