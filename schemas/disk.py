"""Writing files whole or not at all; and why the system refuses, and what puts it right, in the user's language."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from schemas.words import Bilingual

_LONGEST: Final = 60
"""Characters of a name that another is made from: it may be as long as the file system allows, and ours has to fit."""

_FULL: Final = (
    Bilingual("磁盘满了", "the disk is full"),
    Bilingual("腾出空间，再做一次。", "Make room, then do it again."),
)
_NOT_ALLOWED: Final = (
    Bilingual("没有权限", "permission denied"),
    Bilingual("检查它和所在文件夹的权限与所有者。", "Check who owns it and its folder, and who may write there."),
)
_GONE: Final = (
    Bilingual("它或所在的文件夹不在了", "it or its folder is gone"),
    Bilingual("看看是不是有人移走了，再做一次。", "See whether somebody moved it, then do it again."),
)
_FILE_IN_THE_WAY: Final = (
    Bilingual("要放文件夹的地方是一个文件", "a file stands where a folder should be"),
    Bilingual("把那个文件移开，再做一次。", "Move that file away, then do it again."),
)
_FOLDER_IN_THE_WAY: Final = (
    Bilingual("要放文件的地方是一个文件夹", "a folder stands where a file should be"),
    Bilingual("把那个文件夹移开，再做一次。", "Move that folder away, then do it again."),
)
_IN_USE: Final = (
    Bilingual("别的程序正在用它", "another program is using it"),
    Bilingual("等那个程序用完，再做一次。", "Wait until it is done, then do it again."),
)
_TOO_MANY: Final = (
    Bilingual("打开的文件太多", "too many files are open"),
    Bilingual("放宽 ulimit -n，再做一次。", "Raise ulimit -n, then do it again."),
)
_SAID: Final = {
    errno.ENOSPC: _FULL,
    getattr(errno, "EDQUOT", errno.ENOSPC): _FULL,
    errno.EFBIG: (
        Bilingual("文件超过了允许的大小", "a file may not be as large"),
        Bilingual("放宽 ulimit -f，再做一次。", "Raise ulimit -f, then do it again."),
    ),
    errno.EROFS: (
        Bilingual("磁盘是只读的", "the disk is read-only"),
        Bilingual(
            "换一个能写的地方，或把磁盘改为可写。", "Take a place that can be written, or make the disk writable."
        ),
    ),
    errno.EACCES: _NOT_ALLOWED,
    errno.EPERM: _NOT_ALLOWED,
    errno.ENOENT: _GONE,
    getattr(errno, "ESTALE", errno.ENOENT): _GONE,
    errno.ENOTDIR: _FILE_IN_THE_WAY,
    errno.EEXIST: _FILE_IN_THE_WAY,
    errno.EISDIR: _FOLDER_IN_THE_WAY,
    errno.ENOTEMPTY: _FOLDER_IN_THE_WAY,
    errno.ENAMETOOLONG: (
        Bilingual("名字太长", "the name is too long"),
        Bilingual("取一个短些的名字。", "Take a shorter name."),
    ),
    errno.EIO: (
        Bilingual("磁盘读写出错", "the disk cannot be read or written"),
        Bilingual("检查磁盘。", "Check the disk."),
    ),
    errno.ELOOP: (
        Bilingual("链接绕成了圈", "links lead in a circle"),
        Bilingual("理顺那些链接。", "Put the links right."),
    ),
    errno.EADDRINUSE: (
        Bilingual("别的程序正在用这个端口", "another program is using this port"),
        Bilingual("换一个端口。", "Take another port."),
    ),
    errno.EADDRNOTAVAIL: (
        Bilingual("这台机器没有这个地址", "this machine has no such address"),
        Bilingual("换一个地址。", "Take another address."),
    ),
    errno.EBUSY: _IN_USE,
    errno.ETXTBSY: _IN_USE,
    errno.EMFILE: _TOO_MANY,
    errno.ENFILE: _TOO_MANY,
}
_OTHERWISE: Final = Bilingual("检查那个位置，再做一次。", "Check that place, then do it again.")


def reason(error: OSError) -> Bilingual:
    """What is wrong, as half a sentence."""
    if error.errno in _SAID:
        return _SAID[error.errno][0]
    words = error.strerror or str(error) or type(error).__name__
    return Bilingual(words, words)


def remedy(error: OSError) -> Bilingual:
    """What puts it right, as a sentence."""
    return _SAID[error.errno][1] if error.errno in _SAID else _OTHERWISE


def place(error: OSError, otherwise: object) -> str:
    """Where it happened, as far as the system says; else *otherwise*. Of a file in the way, that file itself."""
    name = error.filename2 or error.filename
    if isinstance(name, bytes):
        return name.decode(errors="replace")
    path = str(name if isinstance(name, str) else otherwise)
    if isinstance(error, NotADirectoryError):
        return next((str(above) for above in Path(path).parents if above.is_file()), path)
    return path


@contextmanager
def at(path: Path, *, part: Path | None = None) -> Iterator[None]:
    """Name *path* in what the system refuses while it is written: of a file that is open the system does not say which.

    Args:
        path: what is written.
        part: where it is written first, which nobody knows of; *path* is named for it too.

    Raises:
        OSError: as within, with a name.
    """
    try:
        yield
    except OSError as error:
        if error.filename is None or (part is not None and error.filename in (part, str(part))):
            error.filename, error.filename2 = str(path), None
        raise


def write_whole(path: Path, content: bytes, *, flush: bool = False) -> None:
    """Put *content* at *path*: whoever reads meanwhile gets all of the old file or all of the new one.

    With *flush* a power cut leaves one or the other too.

    Raises:
        OSError: the system refuses; what stood there still does, and nothing is left beside it.
    """
    write_together({path: content}, flush=flush)


def write_file(path: Path, content: bytes) -> bool:
    """Write *content* where it differs from what is there, and return whether it did.

    Who reads meanwhile, as a server does, gets all of the old file or all of the new one.
    """
    if holds(path, content):
        return False
    write_whole(path, content)
    return True


def holds(path: Path, content: bytes) -> bool:
    """Whether *path* is a file with just this *content*."""
    return path.is_file() and path.stat().st_size == len(content) and path.read_bytes() == content


def write_together(files: Mapping[Path, bytes], *, flush: bool = False) -> None:
    """Write *files*, and the folders that they need; where one cannot be written none is.

    What is no plain file, such as a terminal or a pipe, is written to as it is.

    Raises:
        OSError: the system refuses; what stood there still does, and nothing is left beside it.
    """
    staged: dict[Path, Path] = {}
    direct: dict[Path, bytes] = {}
    try:
        for path, content in files.items():
            target = Path(os.path.realpath(path))  # what a link leads to is written, and the link stays
            part = target.with_name(f".{target.name[:_LONGEST]}.{os.getpid()}.part")
            with at(path, part=part):
                path.parent.mkdir(parents=True, exist_ok=True)
                if target.exists() and not target.is_file():
                    direct[target] = content
                    continue
                staged[target] = part
                with part.open("wb") as file:
                    file.write(content)
                    if flush:
                        file.flush()
                        os.fsync(file.fileno())
                if target.exists():
                    shutil.copymode(target, part)
        for target, content in direct.items():
            target.write_bytes(content)
        for target, part in staged.items():
            with at(target, part=part):
                part.replace(target)
    except OSError:
        for part in staged.values():
            with suppress(OSError):
                part.unlink(missing_ok=True)
        raise
