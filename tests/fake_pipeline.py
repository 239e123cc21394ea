"""A pipeline that finds nothing, and fails where a text tells it to: for what is around the real one."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from arner import extraction
from arner.records import Article, ArticleRecord

RAISE, DIE = "خطأ", "موت"  # "error", "death"


class FakePipeline:
    def pipe(self, articles: Iterable[Article]) -> Iterator[ArticleRecord]:
        for article in articles:
            if RAISE in article.text:
                raise RuntimeError("لا أقرأ")
            if DIE in article.text:
                os._exit(1)
            yield ArticleRecord(id=str(article.id), text=article.full_text, published=article.published)


def install() -> None:
    extraction._pipeline = lambda model: FakePipeline()  # type: ignore[assignment, return-value, misc]


def pool(jobs: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, get_context("spawn"), initializer=install)
