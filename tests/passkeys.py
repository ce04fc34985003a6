"""An authenticator for tests: makes and shows passkeys, and misbehaves as it is told."""

import hashlib
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from django.utils.http import int_to_base36
from fido2.cose import ES256
from fido2.utils import websafe_decode, websafe_encode
from fido2.webauthn import AttestationObject, AttestedCredentialData, AuthenticatorData, CollectedClientData

KEY = ec.derive_private_key(7, ec.SECP256R1())
OTHER_KEY = ec.derive_private_key(8, ec.SECP256R1())
ID = b"nabij-credential"
HERE = "https://testserver"
Flag = AuthenticatorData.FLAG


def made() -> dict[str, Any]:
    """A passkey as a browser registers it, and as it is kept."""
    public = AttestedCredentialData.create(b"\0" * 16, ID, ES256.from_cryptography_key(KEY.public_key()))
    data = AuthenticatorData.create(rp(HERE), Flag.UP | Flag.UV | Flag.AT, 0, public)
    client = CollectedClientData.create("webauthn.create", b"c", HERE)
    attested = AttestationObject.create("none", data, {})
    return credential(clientDataJSON=client, attestationObject=attested)


def shown(options: dict[str, Any], *, account: int, **lies: Any) -> dict[str, Any]:
    """The answer to what the server asked; `verified`, `origin` and `key` may be told wrong."""
    flags = Flag.UP | Flag.UV if lies.get("verified", True) else Flag.UP
    data = AuthenticatorData.create(rp(HERE), flags, 1)
    challenge = websafe_decode(options["publicKey"]["challenge"])
    client = CollectedClientData.create("webauthn.get", challenge, lies.get("origin", HERE))
    signature = lies.get("key", KEY).sign(data + hashlib.sha256(client).digest(), ec.ECDSA(hashes.SHA256()))
    return credential(
        clientDataJSON=client, authenticatorData=data, signature=signature, userHandle=int_to_base36(account).encode()
    )


def rp(origin: str) -> bytes:
    return hashlib.sha256(origin.removeprefix("https://").encode()).digest()


def credential(**response: bytes) -> dict[str, Any]:
    name = websafe_encode(ID)
    said = {part: websafe_encode(value) for part, value in response.items()}
    return {"id": name, "rawId": name, "type": "public-key", "response": said, "clientExtensionResults": {}}
