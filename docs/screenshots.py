"""Make the pictures of the report in docs/images again: of the article in data/fixtures and those of the tutorial.

    python docs/screenshots.py

Needs the `test` extra and a Chromium (`chromium` on the path, or Playwright's own).
"""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, ViewportSize, sync_playwright

import arner
from arner.inputs import read_articles
from arner.report.build import write_report

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs/images"
PUTIN = "entities.findIndex((entity) => entity.name === 'فلاديمير بوتين')"
MEETING = "events.findIndex((event) => event.tellings.length > 1)"


class Picture(NamedTuple):
    """What is shown: an address, and an expression for the number that it ends in; what is run on the page then."""

    name: str
    address: str
    number: str = ""
    locale: str = "en-GB"
    theme: str = "light"
    size: tuple[int, int] = (1280, 860)
    run: str = ""


OF_THE_FIXTURE = [
    Picture("report-article", "#/article/0"),
    Picture("report-person", "#/entity/", PUTIN),
    Picture("report-network", "#/graph", size=(1280, 900)),
    Picture("report-statements", "#/statements", size=(1280, 760)),
    Picture("report-arabic-dark", "#/article/0", locale="ar-EG", theme="dark"),
    Picture("report-phone", "#/article/0", locale="ar-EG", size=(390, 780)),
]
OF_THE_TUTORIAL = [
    Picture("tutorial-meeting", "#/event/", MEETING, size=(1100, 900)),
    Picture(
        "report-review",
        "#/entity/",
        PUTIN,
        size=(1100, 620),
        run="document.querySelector('.who').open = true; setTimeout(() => {"
        " document.querySelector('.merged details').open = true;"
        " document.querySelector('.sameas input').value = 'بلينكن';"
        " document.querySelector('.sameas input').dispatchEvent(new Event('input')); }, 100);",
    ),
]


def fixture() -> arner.Article:
    text = (ROOT / "data/fixtures/xi-putin-beijing.txt").read_text(encoding="utf-8")
    return arner.Article(id="xi-putin-beijing", text=text, published="2024-05-16", source="خَبَرْيْن")


def tutorial(folder: Path) -> list[arner.Article]:
    (table,) = re.findall(
        r'```csv title="articles.csv"\n(.*?)```', (ROOT / "docs/tutorial.md").read_text(encoding="utf-8"), re.DOTALL
    )
    path = folder / "articles.csv"
    path.write_text(table, encoding="utf-8")
    return [article for article in read_articles([path]) if isinstance(article, arner.Article)]


def shoot(browser: Browser, records: Iterable[arner.ArticleRecord], pictures: list[Picture], folder: Path) -> None:
    path = folder / "report.html"
    with path.open("w", encoding="utf-8", newline="") as out:
        write_report(records, out)
    for picture in pictures:
        width, height = picture.size
        size: ViewportSize = {"width": width, "height": height}
        page = browser.new_page(viewport=size, locale=picture.locale, color_scheme=picture.theme)  # type: ignore[arg-type]
        page.goto(path.as_uri())
        page.goto(path.as_uri() + picture.address + (str(page.evaluate(picture.number)) if picture.number else ""))
        if picture.run:
            page.evaluate(picture.run)
        page.wait_for_timeout(1500)  # the network's layout
        page.screenshot(path=IMAGES / f"{picture.name}.png")
        page.close()


def main() -> None:
    nlp = arner.load()
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        shoot(browser, [nlp(fixture())], OF_THE_FIXTURE, folder)
        shoot(browser, nlp.pipe(tutorial(folder)), OF_THE_TUTORIAL, folder)
        browser.close()


if __name__ == "__main__":
    main()
