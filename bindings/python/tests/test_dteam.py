"""The module as its users see it."""

from __future__ import annotations

import datetime
import doctest
import gc
import json
import os
import threading
import time
from pathlib import Path
from typing import Any

import dteam
import pytest

ROOT = Path(__file__).parents[3]
DATE = datetime.date(2026, 11, 22)
VILLAGE: dict[str, Any] = {
    "municipality": {"name": "Auetal", "kind": "gemeinde", "population": 9400},
    "goals": ["legal_requirements", "funding", "efficiency"],
    "data": {"inventory": 0},
}


@pytest.fixture(scope="module")
def catalog() -> dteam.Catalog:
    return dteam.Catalog.embedded()


def test_a_mapping_a_text_and_a_file_have_the_same_advice(catalog: dteam.Catalog, tmp_path: Path) -> None:
    file = tmp_path / "auetal.json"
    file.write_text(json.dumps(VILLAGE), encoding="utf-8")
    advices = [catalog.advise(profile, date=DATE) for profile in (VILLAGE, json.dumps(VILLAGE), file)]
    assert advices[0]["schema"] == "dteam.advice/2" and advices[0]["date"] == "2026-11-22"
    assert advices[0] == advices[1] == advices[2]
    assert advices[0] == catalog.advise(VILLAGE, date="2026-11-22")


def test_mistakes_are_exceptions_with_data(catalog: dteam.Catalog, tmp_path: Path) -> None:
    with pytest.raises(dteam.Refused, match="`inventory`") as refused:
        catalog.advise({"data": {"inventry": 0}}, language="en")
    (found,) = refused.value.diagnostics
    assert found.severity == "error" and found.code.startswith("D2") and found.line == 3
    assert refused.value.report["schema"] == "dteam.check/1"

    file = tmp_path / "auetal.yaml"
    file.write_bytes(b"data:\r\n  inventory: 9\r\n")
    with pytest.raises(dteam.Refused) as refused:
        catalog.classify(file)
    (found,) = refused.value.diagnostics
    assert (found.file, found.line, found.question) == (str(file), 2, "data.inventory")
    assert catalog.check(file) == refused.value.diagnostics

    with pytest.raises(FileNotFoundError):
        catalog.advise(tmp_path / "nowhere.yaml")
    with pytest.raises(ValueError):
        catalog.advise({"data": {"inventory": float("nan")}})
    with pytest.raises(dteam.Refused) as refused:
        catalog.advise(VILLAGE, language="tlh")
    assert refused.value.diagnostics[0].code == "D890"
    with pytest.raises(dteam.Refused):
        catalog.call("advice", b"\xff")


def test_many_come_in_their_order(catalog: dteam.Catalog) -> None:
    profiles = [{"municipality": {"name": f"N{number}"}} for number in range(40)]
    advices = catalog.advise_many(profiles, likely=False)
    assert [advice["name"] for advice in advices] == [f"N{number}" for number in range(40)]
    faulty: list[dteam.Profile] = [profiles[0], {"nonsense": 1}]
    with pytest.raises(dteam.Refused):
        catalog.advise_many(faulty)
    kept = catalog.advise_many(faulty, likely=False, return_exceptions=True)
    assert kept[0] == advices[0] and isinstance(kept[1], dteam.Refused)
    assert catalog.advise_many([]) == []


def test_every_other_call_answers(catalog: dteam.Catalog) -> None:
    assert catalog.explain(VILLAGE, "data/inventory")["outcome"] == "fires"
    assert catalog.explain(VILLAGE, "data/inventory", what_if=["data.inventory=2"], date=DATE)
    plan = catalog.plan(VILLAGE, start="2027-Q1", days=20, fix={"data/inventory": "2027-Q2"})
    assert plan["schema"] == "dteam.plan/1"
    later = {**VILLAGE, "data": {"inventory": 2}}
    progress = catalog.progress(VILLAGE, later, plan=plan, date=DATE)
    assert "data/inventory" in [step["rule"] for step in progress["steps"]["done"]]
    assert len(catalog.team({"A": VILLAGE, "B": later})["municipalities"]) == 2
    assert catalog.questions(language="en")["sections"]
    assert "properties" in catalog.schema("profile")
    assert catalog.version()["version"] == dteam.__version__


def test_rules_come_as_texts(catalog: dteam.Catalog) -> None:
    folder = ROOT / "examples/studies/ecoles"
    paths = [path for path in folder.rglob("*.yaml") if path.name != "profil.yaml"]
    study = dteam.Catalog.load({str(path.relative_to(folder)): path.read_text("utf-8") for path in paths})
    assert study.version()["packs"] != catalog.version()["packs"]
    assert study.advise(folder / "profil.yaml")["language"] == "fr"
    with pytest.raises(dteam.Refused) as refused:
        dteam.Catalog.load({"own/pack.yaml": "format: 9"})
    assert refused.value.diagnostics[0].file == "own/pack.yaml"


def test_other_threads_go_on(catalog: dteam.Catalog) -> None:
    """While many profiles are advised, a thread that needs the interpreter turns again and again."""
    turns, is_over = 0, False

    def count() -> None:
        nonlocal turns
        while not is_over:
            turns += 1
            time.sleep(0.001)

    counting = threading.Thread(target=count)
    counting.start()
    began = time.monotonic()
    catalog.advise_many([VILLAGE] * 40)
    took, done = time.monotonic() - began, turns
    is_over = True
    counting.join()
    assert done > min(took * 20, 10), f"{done} turns in {took} s"


def test_threads_share_a_catalog(catalog: dteam.Catalog) -> None:
    alone, others = catalog.advise(VILLAGE), []
    threads = [threading.Thread(target=lambda: others.append(catalog.advise(VILLAGE))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert others == [alone] * 8


@pytest.mark.skipif(not os.path.exists("/proc/self/statm"), reason="tells the size of a process on Linux")
def test_calls_leave_nothing_behind(catalog: dteam.Catalog) -> None:
    def resident() -> int:
        gc.collect()
        return int(Path("/proc/self/statm").read_text().split()[1])

    def call(times: int) -> None:
        for _ in range(times):
            catalog.classify(VILLAGE)
            catalog.check({"nonsense": 1})

    call(300)
    before = resident()
    call(2000)
    assert resident() - before < 512, "pages"


def test_examples() -> None:
    assert doctest.testmod(dteam).failed == 0
    readme = doctest.testfile(str(Path(__file__).parents[1] / "README.md"), module_relative=False)
    assert readme.failed == 0 and readme.attempted > 3
