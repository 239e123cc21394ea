"""The grammar that all rules share: words, phrases, clauses, quotations; made once a Doc by `syntax_of`."""

from arner.syntax.sentences import Party, Syntax, syntax_of

__all__ = ["Party", "Syntax", "syntax_of"]
