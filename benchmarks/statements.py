"""Whether finding statements takes time linear in the text, whatever quotation marks it has.

python benchmarks/statements.py [--largest 1000000]

Prints seconds of processor time for texts of 1 kB to 1 MB (UTF-8): balanced quotations, an odd number of marks, marks
alone, no marks, one sentence without any sign. The stages before it are not counted; no names are given.
"""

from __future__ import annotations

import argparse
import time

import spacy
from spacy.tokens import Doc

STAGES = ("arner_sentences", "arner_mentions", "arner_dates", "arner_entities")
SAID = "وقال الوزير إن الجسر «آمن تماما لكل الناس» اليوم، مضيفا أن السير عاد إلى المدينة.\n"
TEXTS = {
    "balanced": SAID,
    "odd": 'وقال الوزير "الجسر آمن" وأضاف "السير عاد، مؤكدا أن العمل «مستمر.\n',
    "marks alone": '« " » “ ',
    "no marks": "وقال الوزير إن الجسر آمن، مضيفا أن السير عاد إلى المدينة.\n",
    "no signs": "وقال الوزير إن الجسر آمن وأضاف أن السير عاد ",
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--largest", type=int, default=1_000_000, help="bytes of the longest text")
    given = parser.parse_args()
    sizes = [size for size in (1_000, 10_000, 100_000, 1_000_000, 10_000_000) if size <= given.largest]

    nlp = spacy.blank("arner")
    nlp.max_length = given.largest
    for stage in STAGES:
        nlp.add_pipe(stage)
    find = nlp.create_pipe("arner_statements")
    find(nlp(SAID))  # the lexicon is read once
    print(f"{'seconds for':14}" + "".join(f"{size // 1000:>8,} kB" for size in sizes) + "   statements")
    for kind, sentence in TEXTS.items():
        times, found = [], 0
        for size in sizes:
            doc = nlp(sentence * (size // len(sentence.encode())))
            start = time.process_time()
            done: Doc = find(doc)
            times.append(time.process_time() - start)
            found = len(done._.statements)
        print(f"{kind:14}" + "".join(f"{seconds:11.3f}" for seconds in times) + f"{found:13,}")


if __name__ == "__main__":
    main()
