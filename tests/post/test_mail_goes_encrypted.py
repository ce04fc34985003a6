"""Letters go over TLS to a server that is who it says, or they do not go."""

import os
import smtplib
import socketserver
import ssl
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from django.core.mail.backends.smtp import EmailBackend

from tests.shape.house import ROOT

SETTINGS = "import nabij.settings as s; print(s.EMAIL_BACKEND, s.EMAIL_USE_TLS)"


def self_signed(folder: Path) -> ssl.SSLContext:
    """A certificate for localhost that nobody vouches for."""
    key, name = (
        ec.generate_private_key(ec.SECP256R1()),
        x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")]),
    )
    made = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    first, last = datetime(2020, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)
    made = made.serial_number(1).not_valid_before(first).not_valid_after(last)
    made = made.add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
    raw = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    ) + made.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)
    (folder / "both.pem").write_bytes(raw)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "both.pem")
    return context


@contextmanager
def mail_server(context: ssl.SSLContext | None) -> Iterator[tuple[int, list[str]]]:
    """A server that offers STARTTLS when it has a certificate, and remembers what it was told."""
    heard: list[str] = []

    class Talk(socketserver.StreamRequestHandler):
        timeout = 5

        def handle(self) -> None:
            self.wfile.write(b"220 mail\r\n")
            while line := self.rfile.readline().decode().strip():
                heard.append(line)
                if line == "STARTTLS" and context:
                    self.wfile.write(b"220 go\r\n")
                    try:
                        self.request = context.wrap_socket(self.request, server_side=True)
                    except (ssl.SSLError, OSError):
                        return
                    self.setup()
                elif line.upper().startswith("EHLO"):
                    self.wfile.write(b"250-mail\r\n250-STARTTLS\r\n250 AUTH PLAIN\r\n" if context else b"250 mail\r\n")
                elif line == "QUIT":
                    self.wfile.write(b"221 bye\r\n")
                    return
                else:
                    self.wfile.write(b"235 ok\r\n")

    with socketserver.ThreadingTCPServer(("localhost", 0), Talk) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_address[1], heard
        server.shutdown()


def backend(port: int) -> EmailBackend:
    return EmailBackend(host="localhost", port=port, username="post", password="geheim", use_tls=True, timeout=5)


def test_with_a_mail_server_the_settings_ask_for_tls() -> None:
    env = {**os.environ, "NABIJ_MAIL_HOST": "mail.gemeente.example", "PYTHONPATH": str(ROOT)}
    said = subprocess.run([sys.executable, "-c", SETTINGS], env=env, check=True, capture_output=True, text=True).stdout
    assert said.split() == ["django.core.mail.backends.smtp.EmailBackend", "True"]


def test_a_server_without_tls_hears_no_password_and_no_letter() -> None:
    with mail_server(None) as (port, heard):
        with pytest.raises(smtplib.SMTPNotSupportedError):
            backend(port).open()
        assert [
            line.split()[0] for line in heard if line.split()[0] not in ("ehlo", "EHLO", "quit", "QUIT", "RSET")
        ] == []


def test_a_server_with_a_certificate_nobody_vouches_for_hears_no_password(tmp_path: Path) -> None:
    with mail_server(self_signed(tmp_path)) as (port, heard):
        with pytest.raises(ssl.SSLCertVerificationError):
            backend(port).open()
        assert "STARTTLS" in heard
        assert not any("AUTH" in line or "geheim" in line for line in heard)


def test_that_certificate_is_good_for_whoever_trusts_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Or the refusal above would prove nothing."""
    server = self_signed(tmp_path)
    trusting = ssl.create_default_context(cafile=str(tmp_path / "both.pem"))
    monkeypatch.setattr(EmailBackend, "ssl_context", trusting)
    with mail_server(server) as (port, heard):
        trusted = backend(port)
        assert trusted.open()
        trusted.close()
        assert any(line.startswith("AUTH") for line in heard)
