import zipfile

import pytest

from nabij.directory.hsds import sources
from nabij.directory.models import Service
from nabij.directory.verbs import Unreadable


def test_a_broken_zip(tmp_path, bring):
    (tmp_path / "kaart.zip").write_bytes(b"PK\x03\x04 dit is geen zip")
    with pytest.raises(Unreadable, match=r"kaart\.zip is geen leesbare zip"):
        bring(tmp_path / "kaart.zip")


def test_a_zip_that_swells(tmp_path, bring):
    with zipfile.ZipFile(tmp_path / "bom.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("services.csv", "id,name\n" + "0" * 50_000_000)
    with pytest.raises(Unreadable, match="te groot"):
        bring(tmp_path / "bom.zip")


def test_a_zip_of_very_many_files(tmp_path, bring):
    with zipfile.ZipFile(tmp_path / "veel.zip", "w") as archive:
        for number in range(1001):
            archive.writestr(f"leeg{number}.txt", "")
        archive.writestr("services.csv", "id,name\ns1,Eettafel\n")
    with pytest.raises(Unreadable, match="Meer dan 1000 bestanden"):
        bring(tmp_path / "veel.zip")
    assert not Service.objects.exists()


def test_a_zip_that_lies_about_how_large_it_becomes(tmp_path, bring):
    """Its list says a hundred bytes, and then more comes out."""
    path = tmp_path / "leugen.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("services.csv", "id,name\n" + "s1,Eettafel\n" * 50_000)
    raw = bytearray(path.read_bytes())
    for signature, place in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        begins = raw.index(signature)
        raw[begins + place : begins + place + 4] = (100).to_bytes(4, "little")
    path.write_bytes(raw)
    with pytest.raises(Unreadable, match=r"te groot|geen leesbare zip"):
        bring(path)
    assert not Service.objects.exists()


def test_a_file_beyond_what_a_social_map_can_be(tmp_path, bring, monkeypatch):
    monkeypatch.setattr(sources, "LARGEST_FILE", 1000)
    (tmp_path / "services.csv").write_text("id,name\n" + "s1,Eettafel\n" * 200)
    with pytest.raises(Unreadable, match="groter dan 200 MB"):
        bring(tmp_path / "services.csv")
    monkeypatch.undo()
    monkeypatch.setattr(sources, "LARGEST_TOGETHER", 1000)
    with pytest.raises(Unreadable, match="Samen meer dan 400 MB"):
        bring(tmp_path)


def test_json_that_is_cut_off(tmp_path, bring):
    (tmp_path / "kaart.json").write_text('{"contents": [')
    with pytest.raises(Unreadable, match="geen leesbare JSON"):
        bring(tmp_path / "kaart.json")


def test_something_else_altogether(folder, bring):
    with pytest.raises(Unreadable, match="niets dat een tabel van HSDS is"):
        bring(folder(recepten="gerecht,zout\nsoep,ja\n"))


def test_a_path_that_is_not_there(tmp_path, bring):
    with pytest.raises(Unreadable, match="bestaat niet"):
        bring(tmp_path / "nergens")


def test_a_file_of_another_kind(tmp_path, bring):
    (tmp_path / "kaart.docx").write_text("hallo")
    with pytest.raises(Unreadable, match="geen map, zip, CSV of JSON"):
        bring(tmp_path / "kaart.docx")


def test_one_bad_file_among_good_ones_is_told_and_the_rest_is_read(folder, bring):
    path = folder(services="id,name\ns1,Eettafel\n")
    (path / "stuk.json").write_text("{")
    report = bring(path)
    assert Service.objects.get().name == "Eettafel"
    assert [(doubt.file, doubt.problem) for doubt in report.problems if doubt.file == "stuk.json"] == [
        ("stuk.json", "is geen leesbare JSON (regel 1).")
    ]
