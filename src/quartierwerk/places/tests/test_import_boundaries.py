"""Boundaries reach the database whole or not at all."""

import pytest
from django.core.management import CommandError, call_command

from quartierwerk.core.models import AuditEntry
from quartierwerk.places import bench
from quartierwerk.places.factories import DistrictFactory, QuarterFactory, square
from quartierwerk.places.models import District, Quarter

from .conftest import collection, feature, polygon, published

pytestmark = pytest.mark.django_db


@pytest.fixture
def written(tmp_path):
    def write(*features):
        path = tmp_path / "grenzen.geojson"
        path.write_bytes(collection(*features))
        return path

    return write


def told(capsys, path, *options):
    call_command("import_boundaries", path, *options)
    return capsys.readouterr().out.splitlines()


def test_new_districts_get_an_address_a_boundary_and_a_centre(written, capsys):
    lines = told(capsys, written(feature("Westliche Höhe", nr="04")), "--as", "districts")
    district = District.objects.get()
    assert (district.name, district.slug, district.code) == ("Westliche Höhe", "westliche-hoehe", "04")
    assert district.boundary["type"] == "MultiPolygon"
    assert 51.0 < district.latitude < 51.01
    assert lines == ["1 new: Westliche Höhe", "0 changed", "0 unchanged"]


def test_a_known_district_keeps_its_name_and_gets_the_new_boundary(written, capsys):
    DistrictFactory(name="Winz-Baak", slug="winz", code="7")
    lines = told(capsys, written(feature("Winz Baak (neu)", nr="7")), "--as", "districts")
    district = District.objects.get()
    assert (district.name, district.slug) == ("Winz-Baak", "winz")
    assert district.boundary is not None
    assert lines == ["0 new", "1 changed: Winz-Baak", "0 unchanged"]


def test_the_same_file_again_changes_nothing(written, capsys):
    path = written(feature("Welper"))
    told(capsys, path, "--as", "districts")
    version = District.objects.get().version
    assert told(capsys, path, "--as", "districts") == ["0 new", "0 changed", "1 unchanged: Welper"]
    assert District.objects.get().version == version


def test_a_dry_run_tells_and_writes_nothing(written, capsys):
    lines = told(capsys, written(feature("Welper")), "--as", "districts", "--dry-run")
    assert lines == ["1 would be new: Welper", "0 would be changed", "0 would be unchanged"]
    assert not District.objects.exists()
    assert not AuditEntry.objects.exists()


def test_one_bad_feature_keeps_all_others_out(written):
    bad = feature("Mitte", {"type": "Point", "coordinates": [7, 51]})
    with pytest.raises(CommandError) as refused:
        call_command("import_boundaries", written(feature("Welper"), bad), "--as", "districts")
    assert str(refused.value) == "Nothing was changed.\n„Mitte“ ist keine Fläche, sondern „Point“."
    assert not District.objects.exists()


def test_name_and_key_of_two_different_districts_are_refused(written):
    DistrictFactory(name="Welper", slug="welper", code="1")
    DistrictFactory(name="Mitte", slug="mitte", code="2")
    with pytest.raises(CommandError, match="gehören zu verschiedenen Stadtteilen"):
        call_command("import_boundaries", written(feature("Welper", nr="2")), "--as", "districts")


def test_districts_that_the_file_leaves_out_stay(written, capsys):
    DistrictFactory(name="Mitte", slug="mitte", boundary=square(7.1, 51))
    lines = told(capsys, written(feature("Welper")), "--as", "districts")
    assert lines[-1] == "not in the file, left alone: Mitte"
    assert District.objects.count() == 2


def test_quarters_can_get_boundaries_too(written, capsys):
    QuarterFactory(name="Welper", slug="welper")
    told(capsys, written(feature("Welper", polygon(7.3, 51.3))), "--as", "quarters")
    assert [7.3, 51.3] in Quarter.objects.get().boundary["coordinates"][0][0]


def test_names_that_make_the_same_address_get_a_number(written, capsys):
    QuarterFactory(name="Anders", slug="welper")
    told(capsys, written(feature("Welper")), "--as", "quarters")
    assert Quarter.objects.get(name="Welper").slug == "welper-2"


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(CommandError, match="cannot be read: No such file or directory"):
        call_command("import_boundaries", tmp_path / "nichts.geojson", "--as", "districts")


def test_an_import_is_on_record_without_names_of_people(written, capsys):
    told(capsys, written(feature("Welper")), "--as", "districts")
    entry = AuditEntry.objects.get()
    assert (entry.verb, entry.details) == (
        "places.import_boundaries",
        {"into": "district", "new": 1, "changed": 0},
    )


def test_koelns_boundaries_are_imported_twice_without_change(tmp_path, capsys):
    path = tmp_path / "koeln.geojson"
    path.write_bytes(published("koeln_ccby/koeln_stadtteile.geojson"))
    assert told(capsys, path, "--as", "districts")[0].startswith("86 new: Flittard, Dellbrück")
    assert told(capsys, path, "--as", "districts")[:2] == ["0 new", "0 changed"]


def test_the_bench_measures_and_leaves_nothing_behind():
    figures = bench.measure()
    assert [figure.name for figure in figures] == ["Import of 86 boundaries", "Point → district, warm"]
    assert [(figure.unit, figure.limit) for figure in figures] == [("s", 5), ("ms", 1)]
    assert not District.objects.exists()
