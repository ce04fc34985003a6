"""With https an installation is meant for people: `nabij check` then takes a warning for a fault, and there is none."""

import os
import subprocess
import sys

import pytest

from nabij.cli.checking import Bare, guarded, refuse_bare
from tests.shape.house import ROOT

HTTPS = {"NABIJ_URL": "https://nabij.example", "NABIJ_HOSTS": "nabij.example"}
SETTINGS = """
import django
from django.conf import settings
django.setup()
print({name: getattr(settings, name) for name in %r})
"""


def run(*words: str, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *words],
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "nabij.settings", "PYTHONPATH": str(ROOT), **HTTPS, **env},
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
    )


def test_djangos_own_list_for_deployment_has_no_warning():
    done = run("-m", "django", "check", "--deploy", "--fail-level", "WARNING")
    assert done.returncode == 0, done.stderr
    assert "no issues" in done.stdout


@pytest.mark.parametrize("weak", [{"NABIJ_DEBUG": "1"}, {"NABIJ_SECRET_KEY": "kort"}, {"NABIJ_HSTS_SUBDOMAINS": "0"}])
def test_nabij_check_takes_a_warning_for_a_fault(weak):
    assert run("-m", "nabij", "check").returncode == 0
    assert run("-m", "nabij", "check", **weak).returncode != 0
    assert run("-m", "nabij", "check", NABIJ_URL="http://localhost:8000", **weak).returncode == 0  # While building.


@pytest.mark.parametrize("host", ["", "/run/postgresql", "@abstract", "localhost", "127.0.0.1", "::1"])
def test_a_database_on_this_machine_needs_no_tls(host):
    assert guarded(host=host, sslmode="")


@pytest.mark.parametrize("sslmode", ["", "disable", "allow", "prefer", "require", "verify-ca"])
def test_a_database_elsewhere_is_reached_with_a_checked_certificate(sslmode):
    assert guarded(host="db.gemeente.example", sslmode="verify-full")
    assert not guarded(host="db.gemeente.example", sslmode=sslmode)
    assert not guarded(host="127.0.0.1.gemeente.example", sslmode=sslmode)


def test_what_is_checked_is_the_connection_as_it_is(db, monkeypatch, capsys):
    refuse_bare()
    monkeypatch.setattr("nabij.cli.checking.guarded", lambda **said: said["sslmode"] == "verify-full")
    with pytest.raises(Bare):
        refuse_bare()
    assert "sslmode=verify-full" in capsys.readouterr().err


def test_cookies_are_for_this_host_alone():
    names = ["SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME", "LANGUAGE_COOKIE_NAME", "KNOWN_COOKIE_NAME"]
    strict = ["SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SESSION_COOKIE_HTTPONLY", "CSRF_COOKIE_HTTPONLY"]
    domains = ["SESSION_COOKIE_DOMAIN", "CSRF_COOKIE_DOMAIN", "LANGUAGE_COOKIE_DOMAIN"]
    said = eval(run("-c", SETTINGS % [*names, *strict, *domains]).stdout)
    assert all(said[name].startswith("__Host-") for name in names)
    assert all(said[name] is True for name in strict)
    assert [said[name] for name in domains] == [None] * 3
    without = eval(run("-c", SETTINGS % names, NABIJ_URL="http://localhost:8000").stdout)
    assert not any(name.startswith("__") for name in without.values())  # Over http a browser would refuse them.
