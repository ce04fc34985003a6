"""Keys: UUIDv7, so that rows lie in the order they were made and no key can be guessed."""

import os
import threading
import time
import uuid

_lock = threading.Lock()
_last = 0


def uuid7() -> uuid.UUID:
    """A UUID of version 7 (RFC 9562): 48 bits of milliseconds, 12 bits within the millisecond, 62 bits of chance.

    Strictly increasing within one process.
    """
    global _last
    with _lock:
        now = max(time.time_ns() * 4096 // 1_000_000, _last + 1)
        _last = now
    milliseconds, fraction = divmod(now, 4096)
    chance = int.from_bytes(os.urandom(8), "big") & ((1 << 62) - 1)
    return uuid.UUID(int=milliseconds << 80 | 7 << 76 | fraction << 64 | 2 << 62 | chance)
