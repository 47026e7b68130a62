"""Where a desk may lie, and how the process keeps to itself."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from hin_desktop.vault.desk_vault import create
from hin_desktop.vault.faults import UnsuitableFolder
from hin_desktop.vault.places import is_network_file_system, require_suitable, synchronised_by
from hin_desktop.vault.slots import QUICK


@pytest.mark.parametrize(
    "kind", ["cifs", "smb3", "SMBFS", "nfs", "nfs4", "fuse.sshfs", "9p", "vboxsf", "davfs", "fuse.rclone"]
)
def test_network_file_systems_are_known(kind: str) -> None:
    assert is_network_file_system(kind)


@pytest.mark.parametrize(
    "kind", ["ext4", "overlay", "tmpfs", "btrfs", "xfs", "NTFS", "apfs", "fuseblk", "zfs", "vfat", ""]
)
def test_local_file_systems_are_fine(kind: str) -> None:
    assert not is_network_file_system(kind)


@pytest.mark.parametrize(
    "name",
    ["OneDrive", "OneDrive - Caritas Herne", "Nextcloud", "ownCloud", "Dropbox (Team)", "Google Drive", "iCloudDrive"],
)
def test_synchronised_folders_are_refused_by_name(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnsuitableFolder) as caught:
        require_suitable(tmp_path / name / "Beratung" / "desk")
    assert caught.value.message.values["name"] == name


@pytest.mark.parametrize("marker", [".stfolder", ".dropbox.cache", ".sync_0a1b2c.db", "._sync_0a1b2c.db"])
def test_synchronised_folders_are_refused_by_their_marks(tmp_path: Path, marker: str) -> None:
    (tmp_path / marker).touch()
    with pytest.raises(UnsuitableFolder):
        create(tmp_path / "desk", "anna", "ein ganz langer Satz", strength=QUICK)
    assert not (tmp_path / "desk").exists()


def test_a_link_into_a_synchronised_folder_is_seen_through(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "desk").symlink_to(tmp_path / "Dropbox")
    with pytest.raises(UnsuitableFolder):
        require_suitable(tmp_path / "desk")


@pytest.mark.parametrize("name", ["Drive", "dropbox-export", "Nextcloudia", "desk"])
def test_like_names_are_no_reason(tmp_path: Path, name: str) -> None:
    assert synchronised_by(tmp_path / name) is None
    require_suitable(tmp_path / name)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has none of the three")
def test_a_hardened_process_leaves_no_core_and_shares_no_files() -> None:
    script = (
        "import os, resource, ctypes; from hin_desktop.vault.process import harden\n"
        "assert harden() == harden()\n"
        "assert resource.getrlimit(resource.RLIMIT_CORE) == (0, 0) and os.umask(0) == 0o077\n"
        "assert ctypes.CDLL(None).prctl(3, 0, 0, 0, 0) == 0"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
