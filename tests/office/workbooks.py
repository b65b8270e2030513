#!/usr/bin/env python3
"""Fills in the workbook that dteam writes, has LibreOffice Calc save it, and compares the advice with that of a table.

    tests/office/workbooks.py [DTEAM]        # else $DTEAM, else the newest program under target/

Skipped where LibreOffice is missing (OFFICE=required insists); tests/office/setup installs it on Debian.
"""

import html
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import zipfile

PROJECT = pathlib.Path(__file__).resolve().parents[2]
# As people fill in cells: the answers as the drop-down lists have them, numbers as numbers.
ROWS = [
    {
        "id": "06431001", "municipality.name": "Bad Auetal", "municipality.kind": "Gemeinde", "municipality.population": 9400,
        "municipality.state": "Nordrhein-Westfalen", "goals": "Wirtschaft fördern|rechtliche Vorgaben umsetzen",
        "components.municipal_it_share": 35, "ozg.considered": "ja",
    },
    {"id": "06431002", "municipality.name": "Bautal & Söhne", "municipality.kind": "Kreis", "municipality.population": 120000, "goals": "-"},
    {"id": "06431003", "municipality.kind": "Stadt", "components.municipal_it_share": 12.5, "ozg.considered": "nein"},
]


def main():
    if not shutil.which("soffice"):
        print("Skipped: soffice missing; tests/office/setup installs what is needed.")
        sys.exit(1 if os.environ.get("OFFICE") == "required" else 0)
    dteam = program()
    with tempfile.TemporaryDirectory(prefix="dteam-office-") as folder:
        folder = pathlib.Path(folder)
        template, filled, table = folder / "template.xlsx", folder / "filled.xlsx", folder / "table.csv"
        subprocess.run([dteam, "batch", "--template", template, "--quiet"], cwd=PROJECT, check=True)
        fill(dteam, template, filled)
        names = list(dict.fromkeys(name for row in ROWS for name in row))
        lines = [names] + [[str(row.get(name, "")) for name in names] for row in ROWS]
        table.write_text("".join(",".join(line) + "\n" for line in lines), "utf-8")
        expected = advice(dteam, table)
        wrong = []
        for form in ("xlsx", "ods"):
            saved = convert(folder, filled, form)
            if advice(dteam, saved) != expected:
                wrong.append(f"the advice of {saved.name} differs from that of the table")
    print("\n".join(wrong) or "A workbook that LibreOffice has saved gives the advice of its table, as XLSX and as ODS.")
    sys.exit(1 if wrong else 0)


def program():
    """The program to try."""
    named = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("DTEAM")
    if named:
        return pathlib.Path(named).resolve()
    built = [path for path in PROJECT.glob("target/*/dteam") if path.is_file()]
    if not built:
        sys.exit("no program under target/: cargo build")
    return max(built, key=lambda path: path.stat().st_mtime)


def fill(dteam, template, filled):
    """Adds rows below the names of the columns."""
    header = subprocess.run([dteam, "batch", "--csv-template", "--quiet"], cwd=PROJECT, check=True, capture_output=True, text=True).stdout
    columns = {name: column for column, name in enumerate(header.strip().split(","))}
    rows = []
    for number, answers in enumerate(ROWS, 4):
        cells = sorted((columns[name], answer) for name, answer in answers.items())
        rows.append(f'<row r="{number}">' + "".join(cell(number, column, answer) for column, answer in cells) + "</row>")
    with zipfile.ZipFile(template) as old, zipfile.ZipFile(filled, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            text = old.read(part)
            if part == "xl/worksheets/sheet1.xml":
                text = text.replace(b"</sheetData>", "".join(rows).encode() + b"</sheetData>")
            new.writestr(part, text)


def cell(row, column, answer):
    """A cell of the sheet, as it stands in its part of the workbook."""
    name = ""
    while column >= 0:
        name, column = chr(ord("A") + column % 26) + name, column // 26 - 1
    if isinstance(answer, str):
        return f'<c r="{name}{row}" t="inlineStr"><is><t>{html.escape(answer)}</t></is></c>'
    return f'<c r="{name}{row}"><v>{answer}</v></c>'


def convert(folder, filled, form):
    """Has LibreOffice open and save the workbook, with settings of nobody."""
    into = folder / form
    command = ["soffice", f"-env:UserInstallation={(folder / 'settings').as_uri()}", "--headless"]
    done = subprocess.run([*command, "--convert-to", form, "--outdir", into, filled], capture_output=True, text=True, timeout=600)
    saved = into / f"filled.{form}"
    if not saved.is_file():
        sys.exit(f"LibreOffice wrote no {saved.name}:\n{done.stdout}{done.stderr}")
    return saved


def advice(dteam, path):
    """The advice for all rows."""
    command = [dteam, "batch", path, "--date", "2026-11-22", "--quiet"]
    return subprocess.run(command, cwd=PROJECT, check=True, capture_output=True, text=True).stdout


if __name__ == "__main__":
    main()
