"""The explorer ``competitiveness_poles.files``: the reader signs an estimate before the truth is shown."""

from __future__ import annotations

from typing import Any

from course_utils.concepts.competitiveness_poles import figure
from course_utils.concepts.competitiveness_poles.cases import FILES, report
from course_utils.concepts.competitiveness_poles.estimators import Estimates
from course_utils.concepts.competitiveness_poles.sentences import baseline_names, case_sentence, method_names
from course_utils.explorer import Choice, Explorer, Panel, Reading, Toggle
from course_utils.words import _


def files_explorer() -> Explorer:
    """Return the explorer ``competitiveness_poles.files``."""
    verdicts = {"undecided": _("not signed yet")} | method_names() | {"none": _("none of the four")}
    return Explorer(
        name="competitiveness_poles.files",
        controls={
            "file": Choice(_("File"), {key: key for key in FILES}, "A"),
            "baseline": Choice(_("Before means"), baseline_names(), "all"),
            "verdict": Choice(_("I sign"), verdicts, "undecided"),
            "reveal": Toggle(_("Open the file"), False),
        },
        panels=[_report_panel(), _paths_panel()],
        reading=Reading(_report, case_sentence, ("file", "baseline", "verdict", "reveal")),
        title=_("Six sealed files"),
        caption=_(
            "One sample a file: 120 synthetic firms, of which 31 to 40 were picked. Productivity in percent; vertical"
            " bars are 95 % intervals of the yearly means. A file opens only once you have signed."
        ),
        note=_("A model: no firm here is real. Samples were chosen to lie close to what theory expects of them."),
    )


def opened(verdict: str, reveal: bool) -> bool:
    """Tell whether the truth may be shown: the reader has signed, and asks for it."""
    return reveal and verdict != "undecided"


def _report(file: str, baseline: str, **_rest: Any) -> Estimates:
    return report(file, baseline)


def _named(file: str, **_rest: Any) -> str:
    return file


def _report_figure(result: Estimates, *, file: str, verdict: str, reveal: bool, **_rest: Any) -> figure.Figure:
    return figure.report_figure(result, file=file, verdict=verdict, opened=opened(verdict, reveal))


def _file_figure(result: str, *, file: str, verdict: str, reveal: bool) -> figure.Figure:
    return figure.file_figure(result, file=file, opened=opened(verdict, reveal))


def _report_panel() -> Panel:
    return Panel(
        "report",
        _report,
        _report_figure,
        ("file", "baseline", "verdict", "reveal"),
        title=_("Four reports on your desk"),
        alt=_("Four estimates with their 95 % intervals; once the file is open, the true effect as a dashed line."),
        height=340,
    )


def _paths_panel() -> Panel:
    return Panel(
        "firms",
        _named,
        _file_figure,
        ("file", "verdict", "reveal"),
        title=_("What the firms did"),
        alt=_("Mean productivity of members and others in eight years; open, also of members without the label."),
        height=380,
    )
