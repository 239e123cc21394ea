"""The page about Spark: what its snippets print is what it shows."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.test_docs import ROOT, snippets

pytest.importorskip("pyspark", reason="pyspark is not installed: pip install 'arner[spark]'")


def test_the_page_shows_what_comes_out(java: None, tmp_path: Path) -> None:
    page = ROOT / "docs" / "spark.md"
    code = "".join(text for language, _, text in snippets(page) if language == "python")
    ran = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, encoding="utf-8")
    assert ran.returncode == 0, ran.stderr
    shown = re.findall(r"^ {4}([+|].*)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    assert [line for line in ran.stdout.splitlines() if line] == shown
