"""Where a desk may lie: on a disk of this computer, outside every synchronised folder.

SQLite's write-ahead log does not work over a network file system, and a synchronising program copies the database in
the middle of a write. Both damage it sooner or later. Windows and macOS branches are untried.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import psutil

from hin_desktop.errors import Message
from hin_desktop.vault.faults import UnsuitableFolder

_NETWORK = re.compile(
    r"cifs|smb.*|nfs.*|afs|9p|vboxsf|vmhgfs|davfs2?|webdav|ncpfs|ceph|glusterfs|lustre|afpfs|prl_fs"
    r"|fuse\.(sshfs|rclone|davfs2?|gvfsd-fuse|smbnetfs|s3fs|glusterfs|ceph|vmhgfs-fuse|google-drive-ocamlfuse|onedriver)"
)
_SYNCHRONISED = re.compile(
    r"(onedrive|dropbox|nextcloud|owncloud|google ?drive|icloud ?drive|my drive|mobile documents|cloudstorage"
    r"|pcloud ?drive|seafile|magentacloud)( ?\(.*| - .*)?",
    re.IGNORECASE,
)
_MARKERS = (".stfolder", ".dropbox", ".dropbox.cache", ".owncloudsync.log", ".nextcloudsync.log", ".tmp.drivedownload")
_MARKER_PATTERNS = ("._sync_*.db", ".sync_*.db")


def require_suitable(folder: Path) -> None:
    """Raise UnsuitableFolder when a desk in this folder (which need not exist yet) would not be safe."""
    place = Path(os.path.realpath(folder))
    if _is_network(place):
        raise UnsuitableFolder(Message("This folder lies on a network drive. A desk would be damaged there."))
    keeper = synchronised_by(place)
    if keeper is not None:
        raise UnsuitableFolder(
            Message(
                "The folder “{name}” is synchronised with other computers. A desk would be damaged there.", name=keeper
            )
        )


def is_network_file_system(kind: str) -> bool:
    """Whether a file system type, as the operating system names it, lies on another machine."""
    return _NETWORK.fullmatch(kind.lower()) is not None


def synchronised_by(place: Path) -> str | None:
    """The name of the synchronised folder that `place` is in, if any."""
    for folder in (place, *place.parents):
        if _SYNCHRONISED.fullmatch(folder.name) or _is_marked(folder) or _is_onedrive(folder):
            return folder.name
    return None


def _is_network(place: Path) -> bool:
    if place.drive.startswith("\\\\"):
        return True
    mounts = psutil.disk_partitions(all=True)
    above = [mount for mount in mounts if place.is_relative_to(mount.mountpoint)]
    if not above:
        return False
    nearest = max(above, key=lambda mount: len(mount.mountpoint))
    return is_network_file_system(nearest.fstype) or "remote" in nearest.opts.split(",")


def _is_marked(folder: Path) -> bool:
    try:
        marked = any((folder / name).exists() for name in _MARKERS)
        return marked or any(next(folder.glob(pattern), None) is not None for pattern in _MARKER_PATTERNS)
    except OSError:
        return False  # a parent that may not be listed


def _is_onedrive(folder: Path) -> bool:
    """OneDrive's folder can have any name; Windows keeps it in the environment."""
    known = (os.environ.get(name) for name in ("OneDrive", "OneDriveConsumer", "OneDriveCommercial"))
    return any(folder == Path(place) for place in known if place)
