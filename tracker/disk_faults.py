"""What a system says of a file that it does not read or write, in words for people."""

import errno

_WORDS = {
    "磁盘已满": ("ENOSPC", "EDQUOT", "EFBIG"),
    "没有权限": ("EACCES", "EPERM"),
    "所在的磁盘是只读的": ("EROFS",),
    "文件或文件夹不在了": ("ENOENT", "ENOTDIR", "ESTALE"),
    "磁盘或网络盘出错": ("EIO", "ENXIO", "ENODEV", "EHOSTDOWN", "ENOTCONN", "ETIMEDOUT"),
    "正被另一个程序占用": ("EBUSY", "ETXTBSY", "EAGAIN"),
    "同名的东西已经有了": ("EEXIST", "EISDIR", "ENOTEMPTY"),
    "文件名太长": ("ENAMETOOLONG",),
    "打开的文件太多": ("EMFILE", "ENFILE"),
}
_OF_NUMBER = {
    getattr(errno, name): words
    for words, names in _WORDS.items()
    for name in names
    if hasattr(errno, name)
}


def disk_fault(error: OSError) -> str:
    """Return a few words for an error of the system: 磁盘已满, 没有权限, …

    What is not listed keeps the system's own words, which are often English.
    """
    return _OF_NUMBER.get(error.errno or 0) or error.strerror or "系统没有说明原因"
