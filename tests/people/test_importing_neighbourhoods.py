"""`nabij import neighbourhoods`: real outlines, and every way a file can be wrong."""

import json
from pathlib import Path

import pytest

from nabij.people.models import Neighbourhood
from nabij.people.outlines import NotOutlines, OutlinesRefused, import_neighbourhoods, read
from nabij.trust.acting import NOBODY, acting_as, office

SQUARE = [[[4.95, 52.50], [4.96, 52.50], [4.96, 52.51], [4.95, 52.51], [4.95, 52.50]]]


def feature(geometry=None, **properties):
    return {"type": "Feature", "properties": properties, "geometry": geometry or polygon()}


def polygon(coordinates=None):
    return {"type": "Polygon", "coordinates": coordinates or SQUARE}


def document(*features):
    return {"type": "FeatureCollection", "features": list(features)}


@pytest.fixture
def beheer(db):
    with acting_as(office("beheer")):
        yield


def test_usual_names_of_cbs_and_amsterdam_are_understood(beheer):
    report = import_neighbourhoods(
        document=document(
            feature(buurtcode="BU04390302", buurtnaam="Wheermolen-Oost"),
            feature(WK_CODE="WK043903", WK_NAAM="Wheermolen"),
            feature(
                statcode="GM0439", statnaam="Purmerend", geometry={"type": "MultiPolygon", "coordinates": [SQUARE]}
            ),
            feature(CBS_Buurtcode="BU03630001", Buurt="Kop Zeedijk", Wijk="Burgwallen"),
        )
    )
    assert (report.read, report.new) == (4, 4)
    east = Neighbourhood.objects.get(code="BU04390302")
    assert (east.name, east.parent_id, east.kind) == ("Wheermolen-Oost", "WK043903", "buurt")
    assert Neighbourhood.objects.get(code="WK043903").parent_id == "GM0439"
    assert Neighbourhood.objects.get(code="BU03630001").name == "Kop Zeedijk"
    assert (east.longitude, east.latitude) == (pytest.approx(4.955), pytest.approx(52.505))


def test_a_second_import_changes_nothing_and_a_changed_name_is_one_change(beheer):
    import_neighbourhoods(document=document(feature(code="BU04390302", naam="Oost"), feature(code="GM0439", naam="P")))
    again = import_neighbourhoods(
        document=document(feature(code="BU04390302", naam="Wheermolen-Oost"), feature(code="GM0439", naam="P"))
    )
    assert (again.new, again.changed, again.same) == (0, 1, 1)


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        (feature(code="BU0439", naam="te kort"), "geen code van het CBS"),
        (feature(naam="zonder code"), "geen code van het CBS"),
        (
            feature(code="GM0439", geometry=polygon([[[52.5, 4.9], [52.6, 4.9], [52.6, 5.0], [52.5, 4.9]]])),
            "omgedraaid",
        ),
        (feature(code="GM0439", geometry=polygon([[[121000, 487000]] * 4])), "niet in Nederland"),
        (
            feature(code="GM0439", geometry=polygon([[[4.9, 52.5], [5.0, 52.5], [5.0, 52.6], [4.9, 52.6]]])),
            "niet gesloten",
        ),
        (feature(code="GM0439", geometry={"type": "Point", "coordinates": [4.9, 52.5]}), "geen vlak"),
        (feature(code="GM0439", geometry={"type": "Polygon", "coordinates": [[["a", None]]]}), "Gebied 2"),
        ({"type": "Feature", "properties": {"code": "GM0439"}, "geometry": None}, "Gebied 2"),
        ("geen gebied", "Gebied 2"),
    ],
)
def test_a_bad_feature_is_refused_with_its_number_and_nothing_is_kept(beheer, bad, said):
    with pytest.raises(OutlinesRefused, match=said) as refused:
        import_neighbourhoods(document=document(feature(code="WK043903", naam="Wheermolen"), bad))
    assert refused.value.problems[0].startswith("Gebied 2: ")
    assert not Neighbourhood.objects.exists()


@pytest.mark.parametrize("text", ["", "{", "[]", '{"type": "Topology"}', "\x00\x01"])
def test_a_file_that_is_no_geojson_gets_one_sentence(tmp_path, text):
    file = tmp_path / "buurten.geojson"
    file.write_text(text)
    with pytest.raises(NotOutlines, match="geen GeoJSON"):
        read(file)


def test_a_latin_1_file_gets_one_sentence(tmp_path):
    file = tmp_path / "buurten.geojson"
    file.write_bytes('{"type": "FeatureCollection", "naam": "Azië"}'.encode("latin-1"))
    with pytest.raises(NotOutlines, match="niet te begrijpen"):
        read(file)


def test_only_administration_may_import_and_everybody_may_read(db):
    with acting_as(office("beheer")):
        import_neighbourhoods(document=document(feature(code="GM0439", naam="Purmerend")))
    with acting_as(NOBODY):
        assert Neighbourhood.objects.get().name == "Purmerend"
        with pytest.raises(Exception, match="permission denied"):
            import_neighbourhoods(document=document(feature(code="WK043903", naam="Wheermolen")))


@pytest.mark.parametrize("town", ["purmerend", "hoorn", "amsterdam", "breda", "utrecht"])
def test_real_outlines_of_five_towns(beheer, reference: Path, town):
    file = reference / "data" / "geo-cbs-2014-topojson" / "derived" / f"{town}_wijken_2014.geojson"
    report = import_neighbourhoods(document=read(file))
    assert report.read == report.new == len(json.loads(file.read_text())["features"])
    assert all(3 < n.longitude < 8 and 50 < n.latitude < 54 for n in Neighbourhood.objects.all())
