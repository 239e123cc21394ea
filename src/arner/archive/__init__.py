"""Archives: the linked records of more articles than fit into memory, on disk.

    from arner.archive import open_archive

    with open_archive("store", create=True) as archive:
        archive.add(records)                  # a day's; what is there already is passed over
        archive.link()
        archive.entity("article", "p1")       # "person:sergey-lavrov-1c2d3e"

An archive is a folder with one DuckDB file, which any tool that reads DuckDB can query: the tables `record`, `link`,
`entity`, `copy` and `retold` are for that. What it finds is what `arner.link` finds of the same records in memory.
"""

from arner.archive.store import Archive, ArchiveError, open_archive

__all__ = ["Archive", "ArchiveError", "open_archive"]
