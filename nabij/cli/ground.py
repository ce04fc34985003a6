"""What every command stands on: the database that is given or embedded, and the installation's secret.

Called before Django reads its settings, so it only fills in the environment.
"""

import contextlib
import os
import secrets
import shutil
from pathlib import Path

from nabij.embedded.problem import ServerProblem
from nabij.embedded.server import running

ROOT = Path(__file__).resolve().parent.parent.parent
TOOLS: list[Path] = []  # Where the embedded server keeps its tools, once it runs.


def data_dir() -> Path:
    """The private folder of this installation: `NABIJ_DATA_DIR`, in a clone `var/`."""
    return Path(os.environ.get("NABIJ_DATA_DIR", ROOT / "var")).resolve()


def prepare(*, login: str = "app") -> None:
    """Makes the environment complete: data folder, secret, and the URLs of the embedded server if none is given.

    login: "app" to serve, "owner" to migrate.
    """
    settle()
    os.environ["NABIJ_LOGIN"] = login
    if not os.environ.get("NABIJ_DATABASE_URL"):
        _embed(data_dir())
    for name in ("NABIJ_SECRET_KEY", *(("NABIJ_OWNER_URL",) if login == "owner" else ())):
        if not os.environ.get(name):
            raise ServerProblem(f"{name} is needed beside NABIJ_DATABASE_URL; docs/settings.md says what it is.")


def settle() -> None:
    """What Django and numpy read when they wake, without a database."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "nabij.settings")
    # One thread a process for numpy: the sentence encoder is fifty times slower when threads fight (DESIGN section 7).
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def _embed(folder: Path) -> None:
    server = running(folder)
    TOOLS.append(server.bin)
    os.environ["NABIJ_DATABASE_URL"] = server.url("nabij_app")
    os.environ["NABIJ_OWNER_URL"] = server.url("nabij_owner")
    if not os.environ.get("NABIJ_SECRET_KEY"):
        os.environ["NABIJ_SECRET_KEY"] = secret(folder / "secret")


def secret(path: Path) -> str:
    """The installation's secret, made once, readable to its user alone."""
    if not path.exists():
        new = path.with_name(f"{path.name}.{os.getpid()}")
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(48))
        with contextlib.suppress(FileExistsError):
            os.link(new, path)  # Whoever comes second at the same moment reads what the first wrote, whole.
        new.unlink()
    return path.read_text()


def keeps_secret() -> bool:
    """Whether the installation's secret is the file in the data folder, and not set in the environment."""
    path = data_dir() / "secret"
    return bool(TOOLS) and path.exists() and path.read_text() == os.environ.get("NABIJ_SECRET_KEY")


def database_tool(name: str) -> str:
    """psql, pg_dump or pg_restore: the embedded server's own, or else the system's."""
    if TOOLS:
        return str(TOOLS[0] / name)
    found = shutil.which(name)
    if not found:
        raise SystemExit(f"nabij: {name} is not on this machine. Install the PostgreSQL client.")
    return found
