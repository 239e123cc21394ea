"""`arner duplicates`: articles that reprint another."""

from __future__ import annotations

from arner.cli.console import Failures
from arner.cli.options import Records
from arner.cli.reading import read_records


def duplicates(records: Records) -> None:
    """List articles that reprint another: original, copy, likeness, day, source, title; parted by tabs."""
    from arner.linking.reprints import Stories

    failed, stories, told = Failures(), Stories(), {}
    for record in failed.without_failures(read_records(records)):
        stories.add(record)
        title = " ".join(record.text.lstrip().partition("\n")[0].split())
        told[record.id] = (record.published or "", record.source or "", title)
    for article, copy in sorted(stories.copies().items(), key=lambda found: (found[1].of, found[0])):
        print(copy.of, article, f"{copy.likeness:.2f}", *told[article], sep="\t")
    failed.end(len(told), "records")
    failed.exit()
