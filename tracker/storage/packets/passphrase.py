"""A packet under a passphrase: AES-256-GCM with a key that scrypt stretches from the passphrase.

The file is a mark, the salt, the nonce and the sealed zip. GCM proves mark, salt and content, so
a wrong passphrase and an altered file both open to nothing.
"""

import secrets

from tracker.errors import BadValue

_MARK = b"GUOBAO-AESGCM-1\n"
_SALT, _NONCE, _KEY = 16, 12, 32
_COST, _BLOCK, _LANES = 2**15, 8, 1
"""scrypt with 32 MB: a tenth of a second for its owner, years for a guesser."""
SHORTEST = 8


def is_enclosed(content: bytes) -> bool:
    """Say whether a file is a packet under a passphrase."""
    return content.startswith(_MARK)


def enclose(content: bytes, passphrase: str) -> bytes:
    """Seal the bytes of a packet. Raises BadValue for a passphrase that is too short."""
    # Nobody waits for this library at start who hands nothing in under a passphrase.
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    if len(passphrase) < SHORTEST:
        raise BadValue(f"口令太短，至少 {SHORTEST} 个字符。")
    salt, nonce = secrets.token_bytes(_SALT), secrets.token_bytes(_NONCE)
    head = _MARK + salt
    return head + nonce + AESGCM(_key(passphrase, salt)).encrypt(nonce, content, head)


def disclose(content: bytes, passphrase: str, name: str) -> bytes:
    """Open what `enclose` sealed. Raises BadValue, naming the file, where it does not open."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    if not passphrase:
        raise BadValue(f"填报包“{name}”加了口令，请用 --passphrase-file 给出口令文件。")
    head, rest = content[: len(_MARK) + _SALT], content[len(_MARK) + _SALT :]
    if len(rest) > _NONCE:
        key = AESGCM(_key(passphrase, head[len(_MARK) :]))
        try:
            return key.decrypt(rest[:_NONCE], rest[_NONCE:], head)
        except InvalidTag:
            pass  # told below, with a file that was cut
    raise BadValue(f"填报包“{name}”打不开：口令不对，或文件没有传完整；请向对方核对口令。")


def _key(passphrase: str, salt: bytes) -> bytes:
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    kdf = Scrypt(salt=salt, length=_KEY, n=_COST, r=_BLOCK, p=_LANES)
    return kdf.derive(passphrase.encode())
