"""Providers of OpenID Connect for tests: a real one in a process of its own, and one that lies as it is told."""

import base64
import hashlib
import json
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs

import jwt
import requests
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT = "nabij"


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@contextmanager
def real_provider() -> Iterator[str]:
    """oidc-provider-mock as a process on this machine; gives its address. Tell it of people with `knows`."""
    port = free_port()
    issuer = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "oidc_provider_mock", "--port", str(port), "--require-nonce"]
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=os.environ | {"NO_COLOR": "1"}
    )
    try:
        wait_for(f"{issuer}/.well-known/openid-configuration", process)
        yield issuer
    finally:
        process.terminate()
        process.wait(timeout=10)


def wait_for(address: str, process: subprocess.Popen[bytes], *, seconds: int = 15) -> None:
    for _ in range(10 * seconds):
        if process.poll() is not None:
            raise RuntimeError(f"it ended with {process.returncode}")
        try:
            if requests.get(address, timeout=2).ok:
                return
        except (requests.ConnectionError, requests.Timeout):
            time.sleep(0.1)
    raise RuntimeError(f"{address} does not answer")


def knows(issuer: str, sub: str, **claims: Any) -> None:
    """Tells the real provider who somebody is."""
    requests.put(f"{issuer}/users/{sub}", json=claims, timeout=5).raise_for_status()


class Liar:
    """A provider whose token says what a test wants, wrong as that may be."""

    def __init__(self, issuer: str) -> None:
        self.issuer = issuer
        self.key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self.other_key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self.config: dict[str, Any] = {}
        self.claims: dict[str, Any] = {}
        self.info: dict[str, Any] = {}
        self.moved = ""  # The page that points at another, which says the same.
        self.signing: Any = self.key
        self.algorithm = "RS256"
        self.nonce = self.challenge = ""
        self.down = False

    def discovery(self) -> dict[str, Any]:
        here = self.issuer
        return {
            "issuer": here,
            "authorization_endpoint": f"{here}/authorize",
            "token_endpoint": f"{here}/token",
            "userinfo_endpoint": f"{here}/userinfo",
            "jwks_uri": f"{here}/keys",
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
        } | self.config

    def keys(self) -> dict[str, Any]:
        one = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(self.key.public_key()))
        return {"keys": [one | {"kid": "one", "alg": "RS256", "use": "sig"}]}

    def token(self, sent: dict[str, list[str]]) -> dict[str, Any]:
        proof = hashlib.sha256(sent["code_verifier"][0].encode()).digest()
        if base64.urlsafe_b64encode(proof).rstrip(b"=").decode() != self.challenge:
            return {"error": "invalid_grant"}
        now = int(time.time())
        said = {"iss": self.issuer, "aud": CLIENT, "sub": "s-1", "iat": now, "exp": now + 300, "nonce": self.nonce}
        said = {name: value for name, value in (said | self.claims).items() if value is not None}
        token = jwt.encode(said, self.signing, algorithm=self.algorithm, headers={"kid": "one"})
        return {"access_token": "access", "token_type": "Bearer", "id_token": token}


@contextmanager
def lying_provider() -> Iterator[Liar]:
    port = free_port()
    liar = Liar(f"http://127.0.0.1:{port}")

    class Answers(BaseHTTPRequestHandler):
        """What it answers."""

        def do_GET(self) -> None:
            pages = {
                "/.well-known/openid-configuration": liar.discovery,
                "/keys": liar.keys,
                "/userinfo": lambda: {"sub": "s-1"} | liar.info,
            }
            self.say(pages[self.path.removesuffix("?elders")]())

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            self.say(liar.token(parse_qs(body)))

        def say(self, what: dict[str, Any]) -> None:
            self.send_response(302 if self.path == liar.moved else 500 if liar.down else 200)
            self.send_header("Location", f"{self.path}?elders")
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(json.dumps(what).encode())

        def log_message(self, *_args: Any) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", port), Answers)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield liar
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
