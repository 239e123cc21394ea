"""`arner link`: records into an archive, who is who told over all of it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from arner.cli.console import Failures, counted, progress, say, stop
from arner.cli.options import Records
from arner.cli.reading import read_records


def link(
    records: Records,
    into: Annotated[Path, typer.Option(metavar="FOLDER", help="The archive; it is made where there is none.")],
) -> None:
    """Add records to an archive on disk, and link them with all that is there.

    For more articles than fit into memory: `arner graph FOLDER` makes its graph. Records that are there already are
    passed over, so a run that was stopped is gone on with by the same command.
    """
    try:
        from arner.archive import ArchiveError, open_archive

        failed = Failures()
        with progress(printed=False) as step, open_archive(into, create=True) as archive:
            found = counted(failed.without_failures(read_records(records)), step)
            added, there = archive.add(found)
            archive.link()
            told = archive.rows("SELECT count(*) FROM record")[0][0]
            say(f"{added} records added, {there} were there; {told} are linked in {into}")
    except ArchiveError as error:
        stop(error)
    except ImportError as error:
        stop(f"{error.name} is not installed: pip install 'arner[scale]'")
    failed.end(added + there, "records")
    failed.exit()
