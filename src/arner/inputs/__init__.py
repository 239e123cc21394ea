"""Files of every kind → articles, and files of records → records; what cannot be read is told in its place.

    for item in read_articles(["articles.csv.gz", "folder"]):
        if isinstance(item, Article):
            record = pipeline(item)
        else:
            print(item)  # articles.csv.gz:17: the article is empty

Nothing is raised for what a file holds: what cannot be read comes as an `InputFailure` in its place, what was read
otherwise than it stands as an `InputNotice`, and reading goes on. Tables and lines are streamed, never held.
"""

from arner.inputs.articles import COLUMNS, iso_date, read, read_articles
from arner.inputs.failures import InputFailure, InputNotice, first_problem
from arner.inputs.records import RecordRow, read_records, record_of, record_rows

__all__ = [
    "COLUMNS",
    "InputFailure",
    "InputNotice",
    "RecordRow",
    "first_problem",
    "iso_date",
    "read",
    "read_articles",
    "read_records",
    "record_of",
    "record_rows",
]
