"""A headless Chromium, where there is one: `chromium` of the system, or Playwright's own."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Page, sync_playwright

from arner.records import ArticleRecord
from arner.report.build import write_report

Open = Callable[..., Page]


def written(path: Path, *records: ArticleRecord) -> Path:
    with path.open("w", encoding="utf-8", newline="") as out:
        assert write_report(records, out) == len(records)
    return path


def until(page: Page, script: str) -> None:
    """Wait until the page finds `script` true (Playwright's own wait is forbidden by the page's security policy)."""
    for _ in range(200):
        if page.evaluate(script):
            return
        page.wait_for_timeout(20)
    raise AssertionError(f"never true: {script}")


def go(page: Page, address: str) -> None:
    """Show another address of the same report."""
    page.evaluate("to => { location.hash = to; }", address)
    until(page, f"address === {address!r}")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        except Error as error:
            pytest.skip(f"no Chromium here: {error.message.splitlines()[0]}")
        yield browser
        browser.close()


@pytest.fixture
def show(chromium: Browser, tmp_path: Path) -> Iterator[Open]:
    """Open the report of some records at an address; whatever the page complains of, or fetches, fails the test."""
    complaints: list[str] = []
    contexts = []

    def open_(*records: ArticleRecord, at: str = "#/", locale: str = "en-GB", **options: object) -> Page:
        path = written(tmp_path / "report.html", *records)
        context = chromium.new_context(locale=locale, **options)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", lambda dialog: complaints.append(dialog.message))
        page.on("request", lambda request: request.url.startswith(("file:", "blob:")) or complaints.append(request.url))
        page.goto(path.as_uri() + at)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert complaints == []
