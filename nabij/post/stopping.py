"""The address that stands in every letter and stops such mail: signed, so that nothing has to be kept for it.

It says which letter it came in, works as long as that letter is kept, and opens nothing: only mail stops by it.
"""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from uuid import UUID

from django.core.signing import BadSignature, Signer

from nabij.post.models import Letter

FOR = "nabij.post.stop"


def stop_token(letter: Letter) -> str:
    return Signer(salt=FOR, sep=".").sign(urlsafe_b64encode(letter.id.bytes).decode().rstrip("="))


def letter_of_token(token: str) -> UUID | None:
    """The key of the letter, or None for what we did not sign."""
    try:
        said = Signer(salt=FOR, sep=".").unsign(token)
        return UUID(bytes=urlsafe_b64decode(said + "=="))
    except (BadSignature, ValueError):
        return None
