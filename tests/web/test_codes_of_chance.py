"""Codes and secrets of log-in come from the system's own chance, and there are enough of them."""

import math
import random
import re
from collections.abc import Callable

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import generate_totp_secret
from django.conf import settings

from nabij.people.models import Account
from nabij.post.models import hash_of
from nabij.trust.acting import acting_as, office
from nabij.web.login.adapter import Adapter
from tests.world import World

LETTERS = "BCDFGHJKLMNPQRSTVWXZ"  # No vowels, so that no word comes out.


def code() -> str:
    return Adapter().generate_login_code()


@pytest.mark.parametrize("make", [code, generate_totp_secret, RecoveryCodes.generate_seed.__get__(RecoveryCodes)])
def test_the_same_seed_of_pythons_random_gives_another_code(make: Callable[[], str]) -> None:
    made = set()
    for _turn in range(50):
        random.seed(1)
        made.add(make())
    assert len(made) == 50


def test_a_code_of_the_mail_has_more_than_twenty_bits_and_every_letter_in_every_place() -> None:
    codes = [code() for _turn in range(2000)]
    assert all(re.fullmatch(rf"[{LETTERS}]{{4}}-[{LETTERS}]{{4}}", one) for one in codes)
    assert len(set(codes)) == 2000
    for place in (0, 1, 2, 3, 5, 6, 7, 8):
        assert {one[place] for one in codes} == set(LETTERS)
    assert 8 * math.log2(len(LETTERS)) > 34


def test_the_secret_of_an_app_has_160_bits_and_an_emergency_code_twelve_digits(world: World) -> None:
    assert len(generate_totp_secret()) == 160 / 5  # base32
    with acting_as(office("door")):
        account = Account.objects.get(person=world.marieke)
        codes = RecoveryCodes.activate(account).get_unused_codes()
    assert len(set(codes)) == 10
    assert all(re.fullmatch(r"\d{12}", one) for one in codes)


def test_a_code_of_an_app_holds_for_its_thirty_seconds_and_a_code_of_the_mail_for_ten_minutes() -> None:
    period, tolerance = (
        getattr(settings, name, usual) for name, usual in (("MFA_TOTP_PERIOD", 30), ("MFA_TOTP_TOLERANCE", 0))
    )
    assert (period, tolerance) == (30, 0)
    assert settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT == 600


def test_only_the_hash_of_a_link_is_kept() -> None:
    assert hash_of("sleutel") != b"sleutel"
    assert len(hash_of("sleutel")) == 32
