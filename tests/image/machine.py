"""The machine on which a build is replayed: its Python in the place of the base image, and what its pip is told."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.metadata import requires
from pathlib import Path

_OF_PIP = ("PIP_", "SSL_CERT_")
_PROXIES = frozenset({"http_proxy", "https_proxy", "no_proxy", "all_proxy"})
_NOT_NEEDED = ("site-packages", "test", "__pycache__", "idlelib", "turtledemo", "config-*")


@dataclass(frozen=True, slots=True)
class Machine:
    """An empty folder that everybody may enter, the Python, pip's settings, and the arguments of the build."""

    scratch: Path
    python: Path
    pip: Mapping[str, str] = field(default_factory=dict)
    arguments: Mapping[str, str] = field(default_factory=dict)

    @property
    def variables(self) -> dict[str, str]:
        """What the Python needs to be told: a copy of one does not know where its own library lies."""
        library = self.python.parent.parent / "lib"
        return {"LD_LIBRARY_PATH": str(library)} if library.is_relative_to(self.scratch) else {}

    @property
    def base(self) -> Path:
        """The bare environment that stands for the base image."""
        return self.scratch / "base"

    def prepare(self) -> None:
        """Make the bare environment, where it is not there yet."""
        if not self.base.exists():
            subprocess.run([str(self.python), "-m", "venv", str(self.base)], check=True, capture_output=True)

    def version(self) -> str:
        """The Python's version, as 3.11."""
        asked = "import sys; print('%d.%d' % sys.version_info[:2])"
        told = subprocess.run([str(self.python), "-c", asked], check=True, capture_output=True, text=True)
        return told.stdout.strip()

    def packages_can_be_had(self, one: str) -> bool:
        """Whether pip finds packages: a small one is fetched."""
        self.prepare()
        fetch = [
            str(self.base / "bin" / "pip"),
            "download",
            "-q",
            "--no-deps",
            "-d",
            str(self.scratch / "fetched"),
            one,
        ]
        done = subprocess.run(
            fetch, env={"PATH": "/usr/bin:/bin", **self.variables, **self.pip}, capture_output=True, check=False
        )
        return done.returncode == 0


def machine(scratch: Path, version: str) -> Machine | None:
    """This machine, with a Python of that version that any user may run; None where it has none."""
    python = _python(version)
    if python is None:
        return None
    if os.geteuid() == 0 and _is_hidden(python):
        python = _copied(python, scratch / "python")
    index = os.environ.get("TORCH_INDEX", "")
    return Machine(scratch, python, pip_here(), {"TORCH_INDEX": index} if index else {})


def torch_for_gpus() -> bool:
    """Whether pip has to be told, by TORCH_INDEX, where the builds of torch without GPU packages are."""
    return not os.environ.get("TORCH_INDEX") and any("nvidia" in one for one in requires("torch") or [])


def pip_here() -> dict[str, str]:
    """What pip is told on this machine: its variables, the file of settings in the user's home, proxies."""
    told = {name: value for name, value in os.environ.items() if name.startswith(_OF_PIP) or name.lower() in _PROXIES}
    home = Path.home()
    files = (home / ".config" / "pip" / "pip.conf", home / ".pip" / "pip.conf")
    found = next((str(one) for one in files if one.is_file()), "")
    return {"PIP_CONFIG_FILE": found, **told} if found else told


def _python(version: str) -> Path | None:
    base = Path(sys.base_prefix) / "bin" / f"python{version}"
    if base.is_file():
        return base
    found = shutil.which(f"python{version}")
    return Path(found) if found else None


def _is_hidden(python: Path) -> bool:
    """Whether it lies in a folder that others may not enter, as a home is."""
    return any(not one.stat().st_mode & 0o001 for one in python.resolve().parents)


def _copied(python: Path, into: Path) -> Path:
    """A copy of the Python and its library, without what was installed into it."""
    home = python.resolve().parent.parent
    leave = shutil.ignore_patterns(*_NOT_NEEDED)
    shutil.copytree(home / "lib", into / "lib", symlinks=True, ignore=leave)
    (into / "bin").mkdir()
    shutil.copy2(python.resolve(), into / "bin" / python.name)
    return into / "bin" / python.name
