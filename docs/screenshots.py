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

from playwright.sync_api import Browser, sync_playwright

import arner
from arner.inputs import read_articles
from arner.report.build import write_report

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs/images"
# Name, address (an expression for the number that it ends in), language, theme, size.
PUTIN = "entities.findIndex((entity) => entity.name === 'فلاديمير بوتين')"
Picture = tuple[str, str, str | None, str, str, tuple[int, int]]
OF_THE_FIXTURE: list[Picture] = [
    ("report-article", "#/article/0", None, "en-GB", "light", (1280, 860)),
    ("report-person", "#/entity/", PUTIN, "en-GB", "light", (1280, 860)),
    ("report-network", "#/graph", None, "en-GB", "light", (1280, 900)),
    ("report-arabic-dark", "#/article/0", None, "ar-EG", "dark", (1280, 860)),
    ("report-phone", "#/article/0", None, "ar-EG", "light", (390, 780)),
]
OF_THE_TUTORIAL: list[Picture] = [
    (
        "tutorial-meeting",
        "#/event/",
        "events.findIndex((event) => event.tellings.length > 1)",
        "en-GB",
        "light",
        (1100, 900),
    ),
]


def fixture() -> arner.Article:
    text = (ROOT / "data/fixtures/xi-putin-beijing.txt").read_text(encoding="utf-8")
    return arner.Article(id="xi-putin-beijing", text=text, published="2024-05-16", source="خَبَرْيْن")


def tutorial(folder: Path) -> list[arner.Article]:
    (table,) = re.findall(r"```csv.*?\n(.*?)```", (ROOT / "docs/tutorial.md").read_text(encoding="utf-8"), re.DOTALL)
    path = folder / "articles.csv"
    path.write_text(table, encoding="utf-8")
    return [article for article in read_articles([path]) if isinstance(article, arner.Article)]


def shoot(browser: Browser, records: Iterable[arner.ArticleRecord], pictures: list[Picture], folder: Path) -> None:
    path = folder / "report.html"
    with path.open("w", encoding="utf-8", newline="") as out:
        write_report(records, out)
    for name, address, number, locale, theme, (width, height) in pictures:
        size = {"width": width, "height": height}
        page = browser.new_page(viewport=size, locale=locale, color_scheme=theme)  # type: ignore[arg-type]
        page.goto(path.as_uri())
        page.goto(path.as_uri() + address + (str(page.evaluate(number)) if number else ""))
        page.wait_for_timeout(1500)  # the network's layout
        page.screenshot(path=IMAGES / f"{name}.png")
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
