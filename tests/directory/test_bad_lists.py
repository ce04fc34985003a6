"""What is wrong with a list: a sentence with file, row, column and value, and the rest is brought in."""

import io
import zipfile

import pytest

from nabij.directory.hsds.report import Unreadable
from nabij.directory.lists import workbook as workbooks
from nabij.directory.lists.bringing import list_of
from nabij.directory.models import Location, Organization, Phone, Schedule, Service
from tests.directory.lists import brought, problems, workbook

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def without_thinking(monkeypatch):
    monkeypatch.setattr("nabij.directory.verbs.understand", lambda **_known: 0)


@pytest.fixture
def bring(tmp_path):
    def run(content, name="aanbod.csv", **options):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return brought(path, **options)

    return run


def names():
    return set(Service.objects.values_list("name", flat=True))


def test_titles_above_and_a_second_row_of_headings_are_no_listings(bring):
    report = bring("Sociale kaart Purmerend;;\n;;\nNaam;Telefoon;Adres\nName;Phone;Address\nSoep;0299 123456;Kade 1\n")
    assert names() == {"Soep"}
    assert [one.row for one in report.problems] == [1, 4]
    assert "de koppen staan in rij 3" in report.problems[0].problem


def test_a_semicolon_file_with_commas_in_it(bring):
    report = bring("naam;omschrijving;kosten\nSoep;heet, lekker, gratis;1,50\nBrood;vers, warm;2,00\n")
    assert problems(report) == []
    assert Service.objects.get(name="Soep").description == "heet, lekker, gratis"
    assert Service.objects.get(name="Brood").fees_description == "2,00"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_every_delimiter_is_found_out(bring, delimiter):
    bring(f"naam{delimiter}telefoon\nSoep{delimiter}0299 123456\n")
    assert Phone.objects.get().number == "0299 123456"


def test_excel_says_the_delimiter_itself(bring):
    report = bring("sep=;\r\nnaam;website\r\nSoep;geen\r\n")
    assert names() == {"Soep"}
    assert problems(report) == [(3, "website", "geen")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_every_usual_encoding_is_read(bring, encoding):
    report = bring("naam;organisatie\nTaalcafé;Één\n".encode(encoding))
    assert names() == {"Taalcafé"}
    assert ("geen UTF-8" in " ".join(map(str, report.problems))) == (encoding == "cp1252")


def test_letters_that_went_through_the_wrong_code_page_are_mended(bring):
    report = bring("naam,organisatie\nTaalcafÃ© â€“ dinsdag,Eén\n")
    assert names() == {"Taalcafé – dinsdag"}
    assert sum(report.repaired.values()) == 1
    assert Organization.objects.get().name == "Eén"


def test_swapped_coordinates_are_named_and_not_used(bring):
    report = bring("naam,lat,lon\nSoep,4.95,52.50\nBrood,52.50,4.95\n")
    assert problems(report) == [(2, "lat", "4.95")]
    assert "verwisseld: 4.95 en 52.50" in report.problems[0].problem
    assert Location.objects.get().latitude == 52.5
    assert names() == {"Soep", "Brood"}
    assert Service.objects.get(name="Soep").extra == {"latitude": "4.95", "longitude": "52.50"}


def test_what_closes_before_it_opens_is_named_and_kept_apart(bring):
    report = bring("naam,dag,van,tot\nSoep,ma,17:00,09:00\nNacht,za,22:00,02:00\n")
    assert problems(report) == [(2, "tot", "09:00")]
    assert "sluit (09:00) voordat het opengaat (17:00)" in report.problems[0].problem
    assert Schedule.objects.get(service__name="Soep").opens_at is None
    assert f"{Schedule.objects.get(service__name='Nacht').closes_at}" == "02:00:00"


def test_the_column_of_a_day_is_named(bring):
    report = bring("naam,maandag,dinsdag\nSoep,9:00-12:00,17:00-9:00\n")
    assert problems(report) == [(2, "dinsdag", "17:00-9:00")]
    assert Schedule.objects.get(opens_at__isnull=False).byday == "MO"


def test_a_row_of_nothing_we_know_is_set_aside(bring):
    report = bring("naam,telefoon\nSoep,0299 123456\n,0299 999999\n")
    assert (report.read["service"], report.imported["service"], report.set_aside["service"]) == (2, 1, 1)
    assert report.problems[0].row == 3
    assert "bij welk aanbod hoort dit" in report.problems[0].problem
    assert Phone.objects.count() == 1


def test_a_repeated_number_with_other_content_is_set_aside(bring):
    report = bring("nummer,naam\n1,Soep\n1,Brood\n2,Eettafel\n2,Eettafel\n")
    assert names() == {"Soep", "Eettafel"}
    assert problems(report) == [(3, "nummer", "1")]
    assert report.problems[0].problem == "nummer 1 staat er al met een andere inhoud (rij 2); niet ingelezen"


def test_a_mended_number_makes_no_double(bring):
    bring("nummer,naam\n1,Soep\n1,Brood\n")
    report = bring("nummer,naam\n1,Soep\n2,Brood\n")
    assert ({table: n for table, n in report.changed.items() if n}, problems(report)) == ({"service": 1}, [])
    assert names() == {"Soep", "Brood"}


def test_a_row_with_more_cells_than_headings_is_set_aside(bring):
    report = bring("naam,omschrijving\nSoep,heet, lekker\nBrood,vers\n")
    assert names() == {"Brood"}
    assert report.problems[0].row == 2
    assert "meer vakken dan er koppen" in report.problems[0].problem


@pytest.mark.parametrize(
    ("row", "column", "value"),
    [
        ("Soep,onbekend,,,", "telefoon", "onbekend"),
        ("Soep,,soep at nabij,,", "e-mail", "soep at nabij"),
        ("Soep,,,postbus,", "postcode", "postbus"),
        ("Soep,,,,#REF!", "website", "#REF!"),
        ("Soep,,,,de site", "website", "de site"),
    ],
)
def test_a_cell_that_cannot_be_is_named_and_the_row_stays(bring, row, column, value):
    report = bring(f"naam,telefoon,e-mail,postcode,website\n{row}\nBrood,,,,\n")
    assert problems(report) == [(2, column, value)]
    assert str(report.problems[0]).startswith(f"aanbod.csv, rij 2, kolom {column}: ")
    assert value in str(report.problems[0])
    assert names() == {"Soep", "Brood"}


def test_an_open_quote_swallows_no_rows(bring):
    report = bring('naam,omschrijving\nSoep,"heet\nBrood,vers\nEettafel,samen\n')
    assert names() == {"Brood", "Eettafel"}
    assert [one.row for one in report.problems] == [2]
    assert report.set_aside["service"] == 1


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (b"", "leeg.csv", "is leeg"),
        (b"\n\n;;\n", "leeg.csv", "is leeg"),
        (b"telefoon,adres\n1,2\n", "lijst.csv", "geen kolom met een naam"),
        (b"PK\x03\x04rommel", "lijst.xlsx", "geen leesbare XLSX"),
        (b"\xd0\xcf\x11\xe0", "lijst.xls", "geen CSV of XLSX"),
        (b"PK\x00\x00\x00", "lijst.csv", "geen tekst"),
    ],
)
def test_what_is_no_list_gets_one_sentence(bring, content, name, sentence):
    with pytest.raises(Unreadable, match=sentence):
        bring(content, name=name)
    assert not Service.objects.exists()


def test_of_a_workbook_the_sheet_with_the_listings_is_read_and_the_others_named(bring):
    content = workbook(
        ("Uitleg", "bij deze lijst"), title="Lees mij", Aanbod=[("Naam", "Telefoon"), ("Soep", "0299 123456")]
    )
    report = bring(content, name="aanbod.xlsx")
    assert names() == {"Soep"}
    assert "blad “Lees mij” is niet ingelezen" in report.problems[0].problem


def test_a_formula_is_not_worked_out_and_elsewhere_is_not_looked(bring):
    content = workbook(("Naam", "Website"), ("Soep", '=WEBSERVICE("http://example.org")'), ("Brood", "='[1]Blad'!A1"))
    bring(content, name="aanbod.xlsx")
    assert set(Service.objects.values_list("url", flat=True)) == {""}


def rewritten(content, change):
    """The workbook with one change to its sheet."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            inside = old.read(member)
            new.writestr(member.filename, change(inside) if member.filename.endswith("sheet1.xml") else inside)
    return stream.getvalue()


def test_a_workbook_that_grows_is_refused_before_it_is_opened(tmp_path, monkeypatch):
    path = tmp_path / "bom.xlsx"
    path.write_bytes(rewritten(workbook(("Naam",), ("Soep",)), lambda inside: inside + b" " * 3_000_000))
    monkeypatch.setattr(workbooks, "load_workbook", lambda *_args, **_known: pytest.fail("opened"))
    with pytest.raises(Unreadable, match="wordt uitgepakt te groot"):
        list_of(path, told={})


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_workbook_with_a_document_type_is_refused_unread(tmp_path, monkeypatch, encoding):
    path = tmp_path / "aanbod.xlsx"
    kind = '<!DOCTYPE a [<!ENTITY b "c">]>'
    path.write_bytes(
        rewritten(workbook(("Naam",), ("Soep",)), lambda inside: (kind + inside.decode()).encode(encoding))
    )
    monkeypatch.setattr(workbooks, "load_workbook", lambda *_args, **_known: pytest.fail("opened"))
    with pytest.raises(Unreadable, match="geen leesbare XLSX"):
        list_of(path, told={})


def test_what_a_workbook_says_of_its_own_size_is_not_believed(bring):
    content = rewritten(
        workbook(("Naam",), ("Soep",)), lambda inside: inside.replace(b'ref="A1:A2"', b'ref="A1:XFD1048576"')
    )
    bring(content, name="aanbod.xlsx")
    assert names() == {"Soep"}
