"""Make the pictures of the report in docs/images again, from the article in data/fixtures.

    python docs/screenshots.py

Needs the `test` extra and a Chromium (`chromium` on the path, or Playwright's own).
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

import arner
from arner.report.build import write_report

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs/images"
PICTURES = (  # name, address, language, theme, size
    ("report-article", "#/article/0", "en-GB", "light", (1280, 860)),
    ("report-person", "#/entity/{putin}", "en-GB", "light", (1280, 860)),
    ("report-network", "#/graph", "en-GB", "light", (1280, 900)),
    ("report-arabic-dark", "#/article/0", "ar-EG", "dark", (1280, 860)),
    ("report-phone", "#/article/0", "ar-EG", "light", (390, 780)),
)


def main() -> None:
    article = arner.Article(
        id="xi-putin-beijing",
        text=(ROOT / "data/fixtures/xi-putin-beijing.txt").read_text(encoding="utf-8"),
        published="2024-05-16",
        source="خَبَرْيْن",
    )
    record = arner.load()(article)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page_file = Path(folder, "report.html")
        with page_file.open("w", encoding="utf-8", newline="") as out:
            write_report([record], out)
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        for name, address, locale, theme, (width, height) in PICTURES:
            page = browser.new_page(
                viewport={"width": width, "height": height},
                locale=locale,
                color_scheme=theme,  # type: ignore[arg-type]
            )
            page.goto(page_file.as_uri())
            putin = page.evaluate("entities.findIndex((entity) => entity.name === 'فلاديمير بوتين')")
            page.goto(page_file.as_uri() + address.format(putin=putin))
            page.wait_for_timeout(1500)  # the network's layout
            page.screenshot(path=IMAGES / f"{name}.png")
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
