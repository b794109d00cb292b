"""Names and headers in a download that are not to be trusted."""

from __future__ import annotations

import re
import stat
import unicodedata
import zipfile
from contextlib import suppress

from relmark_helpers.classroom.names import DEVICES

MEGABYTE = 1024 * 1024
FILE_LIMIT = 64 * MEGABYTE
LITTER = {"__macosx", ".ds_store", ".ipynb_checkpoints", "__pycache__", "thumbs.db", "desktop.ini"}


def entry_name(entry: zipfile.ZipInfo) -> str:
    """Give an entry's path as it was meant: many programs write UTF-8 without saying so.

    Parameters
    ----------
    entry : zipfile.ZipInfo
        An entry of a zip.

    Returns
    -------
    str
        Composed (NFC).

    Examples
    --------
    >>> entry = zipfile.ZipInfo("王.ipynb".encode().decode("cp437"))
    >>> entry_name(entry)
    '王.ipynb'
    """
    name = entry.orig_filename
    if not entry.flag_bits & 0x800:
        with suppress(ValueError):  # then it is cp437, as the standard has it
            name = name.encode("cp437").decode("utf-8")
    return unicodedata.normalize("NFC", name)


def shown(name: str) -> str:
    """Give a path fit to be shown, without the signs that would move a terminal's cursor.

    Parameters
    ----------
    name : str
        A path.

    Returns
    -------
    str

    Examples
    --------
    >>> shown("a\\x1b[2Jb")
    'a�[2Jb'
    """
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in name)


def is_litter(parts: tuple[str, ...]) -> bool:
    """Say whether a file is one that a system or Jupyter left behind.

    Parameters
    ----------
    parts : tuple of str
        Its path.

    Returns
    -------
    bool

    Examples
    --------
    >>> is_litter(("__MACOSX", "ada", "._04.ipynb")), is_litter(("ada", "04.ipynb"))
    (True, False)
    """
    return any(part.casefold() in LITTER or part.startswith((".", "~$")) for part in parts)


def unsafe_path(name: str) -> str:
    """Say why a path is not read; empty if it may be.

    Parameters
    ----------
    name : str
        The path as the source has it.

    Returns
    -------
    str

    Examples
    --------
    >>> unsafe_path("ada/04.ipynb"), unsafe_path("../ada/04.ipynb")
    ('', 'Its path leads out of its folder, so it was not read; ask for the plain file.')
    """
    parts = name.removesuffix("/").split("/")
    if "\\" in name or re.match("[A-Za-z]:", name) or {"..", ".", ""} & set(parts):
        return "Its path leads out of its folder, so it was not read; ask for the plain file."
    if any(unicodedata.category(sign) in ("Cc", "Cs") for sign in name):
        return "Its name holds signs that no file name may hold; ask for the file under a plain name."
    if any(len(part.encode()) > 255 for part in parts) or len(name.encode()) > 1024:
        return "Its name is too long; ask for the file under a shorter name."
    return ""


def unsafe_name(part: str) -> str:
    """Say why a file of this name cannot be written on every system; empty if it can.

    Parameters
    ----------
    part : str
        The name of a file or folder.

    Returns
    -------
    str

    Examples
    --------
    >>> unsafe_name("data.csv"), unsafe_name("aux.csv")
    ('', 'Windows allows no file of this name; ask for it under another.')
    """
    device = part.partition(".")[0].strip().casefold() in DEVICES
    if device or re.search(r'[<>:"|?*]', part) or part.endswith((".", " ")):
        return "Windows allows no file of this name; ask for it under another."
    return ""


def unsafe_entry(entry: zipfile.ZipInfo) -> str:
    """Say why an entry of a zip is not read, by what its header tells; empty if it may be.

    Parameters
    ----------
    entry : zipfile.ZipInfo
        An entry of a zip.

    Returns
    -------
    str

    Examples
    --------
    >>> entry = zipfile.ZipInfo("04.ipynb")
    >>> entry.flag_bits |= 1
    >>> unsafe_entry(entry)
    'It is encrypted; ask for it without a password.'
    """
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        return "It is a link or no plain file; ask for the file itself."
    if entry.flag_bits & 0x1:
        return "It is encrypted; ask for it without a password."
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return "It is packed in an unusual way; unpack the zip by hand and collect the folder."
    if entry.file_size > FILE_LIMIT:
        return f"It is over {FILE_LIMIT // MEGABYTE} MB; ask for a smaller file."
    return ""
