"""How much a first visit costs, fonts aside: under 60 kB, compressed."""

import gzip
from pathlib import Path

import django_htmx

WEB = Path(__file__).parents[2] / "nabij" / "web"
BUILT = WEB / "static" / "built"
HTMX = Path(django_htmx.__file__).parent / "static" / "django_htmx" / "htmx-2.min.js"


def weight(file: Path) -> int:
    assert file.exists(), f"{file.name} is not built yet: npm ci && npm run build"
    return len(gzip.compress(file.read_bytes(), 9))


def test_the_stylesheet_weighs_less_than_25_kilobytes() -> None:
    assert weight(BUILT / "nabij.css") < 25_000


def test_a_first_visit_weighs_less_than_60_kilobytes() -> None:
    assert sum(weight(file) for file in (BUILT / "nabij.css", BUILT / "nabij.js", HTMX)) < 60_000


def test_the_two_fonts_most_pages_need_weigh_less_than_100_kilobytes() -> None:
    fonts = [BUILT / "fonts" / f"{name}-latin-wght-normal.woff2" for name in ("literata", "atkinson-hyperlegible-next")]

    assert sum(font.stat().st_size for font in fonts) < 100_000


def test_no_file_of_the_look_is_longer_than_400_lines() -> None:
    sources = [file for kind in ("css", "js", "mjs") for file in (WEB / "assets").rglob(f"*.{kind}")]

    assert sources
    assert [file.name for file in sources if len(file.read_text().splitlines()) > 400] == []


def test_the_lock_file_names_no_host_of_a_registry() -> None:
    lock = (WEB.parents[1] / "package-lock.json").read_text()

    assert '"resolved"' not in lock
    assert '"integrity"' in lock
