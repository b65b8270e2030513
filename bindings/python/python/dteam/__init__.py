"""Rule-based advice for the digital municipality.

>>> import dteam
>>> catalog = dteam.Catalog.embedded()
>>> advice = catalog.advise({"data": {"inventory": 0}}, language="en", date="2026-11-22")
>>> [step["rule"] for step in advice["steps"] if step["rule"].startswith("data/")]
['data/inventory']

A catalog never changes, and threads can share it: while it works, other threads of Python go on.
"""

from __future__ import annotations

import datetime
import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Optional, Union, overload

from . import _dteam

__version__ = _dteam.__version__
__all__ = ["Catalog", "Date", "Diagnostic", "Profile", "Refused", "__version__"]

#: Answers by their questions, the text of a profile in YAML or JSON, or the path of its file.
Profile = Union[Mapping[str, Any], str, "os.PathLike[str]"]
#: A day, or one written as YYYY-MM-DD.
Date = Union[datetime.date, str]


@dataclass(frozen=True)
class Diagnostic:
    """Something that is wrong, or deserves a second look. Lines and columns count from 1."""

    code: str
    name: str
    severity: Literal["error", "warning", "note"]
    message: str
    help: Optional[str] = None
    example: Optional[str] = None
    #: The path of the question whose answer it is about.
    question: Optional[str] = None
    file: Optional[str] = None
    line: Optional[int] = None
    column: Optional[int] = None
    end_line: Optional[int] = None
    end_column: Optional[int] = None

    @classmethod
    def _of(cls, report: Mapping[str, Any]) -> list[Diagnostic]:
        known = cls.__dataclass_fields__
        # Keys may be added to the contract.
        return [cls(**{key: found[key] for key in found if key in known}) for found in report["diagnostics"]]

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:{self.column}: " if self.line else ""
        fix = f"; {self.help}" if self.help else ""
        return f"{place}{self.message}{fix}"


class Refused(ValueError):
    """A profile, a pack or a request that cannot be used, with everything that is wrong with it."""

    def __init__(self, text: str) -> None:
        #: The whole of `dteam.check/1`.
        self.report: dict[str, Any] = json.loads(text)
        self.diagnostics: list[Diagnostic] = Diagnostic._of(self.report)
        super().__init__(text)

    def __str__(self) -> str:
        return "\n".join(map(str, self.diagnostics))


class Catalog:
    """Questions, types and rules; loaded once, never changed."""

    def __init__(self, native: _dteam.Catalog) -> None:
        self._native = native

    @classmethod
    def embedded(cls) -> Catalog:
        """The rules that come with the module."""
        return cls.load({})

    @classmethod
    def load(cls, files: Mapping[str, str], *, language: Optional[str] = None) -> Catalog:
        """These files over the rules that come with the module, by their paths within a folder of rules.

        `survey.yaml`, `typology.yaml` and `benchmarks.yaml` together are a study of its own.
        """
        native, refused = _dteam.Catalog.load(_request({"files": dict(files), "language": language}))
        if native is None:
            raise Refused(refused)
        return cls(native)

    def advise(
        self,
        profile: Profile,
        *,
        language: Optional[str] = None,
        date: Optional[Date] = None,
        top: Optional[int] = None,
        likely: bool = True,
    ) -> dict[str, Any]:
        """The advice (`dteam.advice/2`); `top` is the maximum number of steps.

        Without `likely`, undecided rules are not estimated, which is much quicker.
        """
        return self._answer("advise", _advised(profile, language, date, top, likely))

    @overload
    def advise_many(
        self,
        profiles: Iterable[Profile],
        *,
        language: Optional[str] = None,
        date: Optional[Date] = None,
        top: Optional[int] = None,
        likely: bool = True,
        return_exceptions: Literal[False] = False,
    ) -> list[dict[str, Any]]: ...

    @overload
    def advise_many(
        self,
        profiles: Iterable[Profile],
        *,
        language: Optional[str] = None,
        date: Optional[Date] = None,
        top: Optional[int] = None,
        likely: bool = True,
        return_exceptions: Literal[True],
    ) -> list[Union[dict[str, Any], Refused]]: ...

    def advise_many(
        self,
        profiles: Iterable[Profile],
        *,
        language: Optional[str] = None,
        date: Optional[Date] = None,
        top: Optional[int] = None,
        likely: bool = True,
        return_exceptions: bool = False,
    ) -> Union[list[dict[str, Any]], list[Union[dict[str, Any], Refused]]]:
        """Advices for all profiles, in their order, on all processors.

        With `return_exceptions` a `Refused` stands where a profile has mistakes; else the first one is raised.
        """
        requests = [_request(_advised(profile, language, date, top, likely)) for profile in profiles]
        answers: list[Any] = []
        for is_answer, text in self._native.call_many("advise", requests):
            if not is_answer and not return_exceptions:
                raise Refused(text)
            answers.append(json.loads(text) if is_answer else Refused(text))
        return answers

    def check(self, profile: Profile, *, language: Optional[str] = None) -> list[Diagnostic]:
        """What is wrong with a profile, and what in it deserves a second look."""
        return Diagnostic._of(self._answer("check", {**_read(profile), "language": language}))

    def classify(self, profile: Profile, *, language: Optional[str] = None) -> dict[str, Any]:
        """The type of the municipality, and what it rests on."""
        return self._answer("classify", {**_read(profile), "language": language})

    def explain(
        self,
        profile: Profile,
        rule: str,
        *,
        what_if: Sequence[str] = (),
        language: Optional[str] = None,
        date: Optional[Date] = None,
    ) -> dict[str, Any]:
        """Why a rule fires, stays silent or is undecided; with `what_if`, what other answers would change."""
        keys = {"rule": rule, "what_if": list(what_if), "language": language, "date": _day(date)}
        return self._answer("explain", {**_read(profile), **keys})

    def plan(
        self,
        profile: Profile,
        *,
        start: Optional[str] = None,
        quarters: Optional[int] = None,
        days: Optional[float] = None,
        per_year: Optional[int] = None,
        blocked: Sequence[str] = (),
        done: Sequence[str] = (),
        skip: Sequence[str] = (),
        fix: Optional[Mapping[str, str]] = None,
        language: Optional[str] = None,
        date: Optional[Date] = None,
    ) -> dict[str, Any]:
        """The steps by quarter (`dteam.plan/1`), from `start` (`2027-Q1`) or the quarter after `date` on."""
        keys = {
            "start": start,
            "quarters": quarters,
            "days": days,
            "per_year": per_year,
            "blocked": list(blocked),
            "done": list(done),
            "skip": list(skip),
            "fix": dict(fix or {}),
            "language": language,
            "date": _day(date),
        }
        return self._answer("plan", {**_read(profile), **keys})

    def progress(
        self,
        old: Profile,
        new: Profile,
        *,
        plan: Optional[Mapping[str, Any]] = None,
        old_date: Optional[Date] = None,
        language: Optional[str] = None,
        date: Optional[Date] = None,
    ) -> dict[str, Any]:
        """What is different between two profiles of one municipality (`dteam.progress/1`)."""
        keys = {"old": _read(old)["profile"], "new": _read(new)["profile"], "plan": plan and dict(plan)}
        return self._answer(
            "progress", {**keys, "old_date": _day(old_date), "language": language, "date": _day(date)}
        )

    def team(
        self,
        members: Mapping[str, Profile],
        *,
        load: Optional[int] = None,
        topics: Optional[int] = None,
        language: Optional[str] = None,
        date: Optional[Date] = None,
    ) -> dict[str, Any]:
        """What municipalities can do together and learn from one another (`dteam.team/1`)."""
        listed = [{"id": id, "profile": _read(profile)["profile"]} for id, profile in members.items()]
        keys = {"members": listed, "load": load, "topics": topics}
        return self._answer("team", {**keys, "language": language, "date": _day(date)})

    def questions(self, *, language: Optional[str] = None) -> dict[str, Any]:
        """All questions with the answers there are, for a form (`dteam.questions/1`)."""
        return self._answer("questions", {"language": language})

    def schema(self, of: str, *, language: Optional[str] = None) -> dict[str, Any]:
        """The JSON Schema of a profile, an advice and so on."""
        return self._answer("schema", {"of": of, "language": language})

    def version(self) -> dict[str, Any]:
        """The versions of the engine and of the packs."""
        return self._answer("version", {})

    def call(self, name: str, request: bytes) -> str:
        """A call as the engine knows it: JSON in, JSON out."""
        is_answer, text = self._native.call(name, request)
        if not is_answer:
            raise Refused(text)
        return text

    def _answer(self, name: str, keys: Mapping[str, Any]) -> dict[str, Any]:
        answer: dict[str, Any] = json.loads(self.call(name, _request(keys)))
        return answer


def _advised(
    profile: Profile, language: Optional[str], date: Optional[Date], top: Optional[int], likely: bool
) -> dict[str, Any]:
    return {**_read(profile), "language": language, "date": _day(date), "top": top, "likely": likely}


def _read(profile: Profile) -> dict[str, Any]:
    """The keys `profile` and, of a file, `name`."""
    if isinstance(profile, str):
        return {"profile": profile}
    if isinstance(profile, os.PathLike):
        path = os.fspath(profile)
        # Bytes, so that line ends stay as they are.
        with open(path, "rb") as file:
            return {"profile": file.read().decode("utf-8"), "name": path}
    return {"profile": dict(profile)}


def _day(date: Optional[Date]) -> Optional[str]:
    if isinstance(date, datetime.datetime):
        date = date.date()
    return date.isoformat() if isinstance(date, datetime.date) else date


def _request(keys: Mapping[str, Any]) -> bytes:
    given = {key: value for key, value in keys.items() if value is not None}
    return json.dumps(given, ensure_ascii=False, allow_nan=False).encode("utf-8")
