"""Files to begin with: what `arner init` writes."""

from __future__ import annotations

from importlib.resources import files

STARTERS = {
    name: files(__name__).joinpath(name).read_text(encoding="utf-8") for name in ("lexicon.toml", "judgements.csv")
}
