"""README's Python runs as it is printed and says what it claims."""

from __future__ import annotations

import re
from pathlib import Path

import networkx
import pytest

README = Path(__file__).parent.parent / "README.md"


def test_the_python_of_the_readme_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    monkeypatch.chdir(tmp_path)
    exec(compile(code, str(README), "exec"), {})
    assert capsys.readouterr().out.startswith("meeting 2024-05-16 ['فلاديمير بوتين', 'شي جين بينغ']")
    assert len(networkx.read_graphml("graph.graphml")) > 4
