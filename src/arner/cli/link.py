"""`arner link`: records into an archive, who is who told over all of it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from arner.cli.console import Failures, counted, progress, say, stop, warn
from arner.cli.options import Records


def link(
    records: Records,
    into: Annotated[Path, typer.Option(metavar="FOLDER", help="The archive; it is made where there is none.")],
    jobs: Annotated[int, typer.Option(min=1, help="Processes.")] = 1,
) -> None:
    """Add records to an archive on disk, and link them with all that is there.

    For more articles than fit into memory: `arner graph FOLDER` makes its graph. Records that are there already are
    passed over, so a run that was stopped is gone on with by the same command.
    """
    try:
        from arner.archive import ArchiveError, open_archive
        from arner.archive.adding import made_ready

        failed = Failures()
        with progress(printed=False) as step, open_archive(into, create=True) as archive:
            ready = counted(failed.without_failures(made_ready(records, jobs, warn)), step)
            added, there = archive.put(ready)
            archive.link(jobs)
            ((told,),) = archive.rows("SELECT count(*) FROM record")
            say(f"{added} records added, {there} were there; {told} are linked in {into}")
    except ArchiveError as error:
        stop(error)
    except ImportError as error:
        stop(f"{error.name} is not installed: pip install 'arner[scale]'")
    failed.end(added + there, "records")
    failed.exit()
