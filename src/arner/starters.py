"""Files to begin with: what `arner init` writes."""

from __future__ import annotations

STARTERS = {
    "lexicon.toml": """\
# Words of your own, for `arner extract --lexicon lexicon.toml`. Take the # away from what you fill in.
# Every kind of entry is told in docs/lexicon.md.

# Somebody who is found by these names even where the tagger misses them:
# [[person]]
# name = "محمد الغامدي"
# aliases = ["أبو فهد"]
# name_latin = "Mohammed Al-Ghamdi"

# A body; all its names mean the same one:
# [[organization]]
# names = ["هيئة الطيران المدني", "الطيران المدني"]
# country = "SA"

# An office that is not known yet:
# [[office]]
# masculine = "محافظ"
# feminine = "محافظة"

# A place, with the state it is in:
# [[place]]
# names = ["نيوم"]
# country = "SA"

# A word of reporting:
# [[verb]]
# id = "stress"
# past = "نوه"
# present = "ينوه"
# act = "praise"
# after = ["ب"]
# example = "نوه الوزير بجهود الفرق"
""",
    "judgements.csv": """\
left,right,judgement,note
""",
}
