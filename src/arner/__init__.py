"""arner: Arabic news articles in; typed records and an entity graph out.

    import arner
    nlp = arner.load()
    record = nlp("التقى الرئيس الروسي فلاديمير بوتين نظيره الصيني شي جين بينغ في بكين.")

The names below are loaded when they are first used, so that `import arner` costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from arner.collector import at_rest

if TYPE_CHECKING:
    from arner import dates, plover
    from arner.dataframes import from_pandas, tables
    from arner.graph.build import build_graph
    from arner.graph.formats import write_graph
    from arner.graph.graphml import write_graphml
    from arner.graph.views import overview, project, select
    from arner.inputs import read
    from arner.linking.links import Links, link
    from arner.pipeline import Pipeline, load
    from arner.records import Article, ArticleRecord

__version__ = "0.1.0"

__all__ = [
    "Article",
    "ArticleRecord",
    "Links",
    "Pipeline",
    "__version__",
    "build_graph",
    "dates",
    "from_pandas",
    "link",
    "load",
    "overview",
    "plover",
    "project",
    "read",
    "select",
    "tables",
    "write_graph",
    "write_graphml",
]

_HOMES = {
    "Article": "arner.records",
    "ArticleRecord": "arner.records",
    "Links": "arner.linking.links",
    "Pipeline": "arner.pipeline",
    "build_graph": "arner.graph.build",
    "from_pandas": "arner.dataframes",
    "link": "arner.linking.links",
    "load": "arner.pipeline",
    "overview": "arner.graph.views",
    "project": "arner.graph.views",
    "read": "arner.inputs",
    "select": "arner.graph.views",
    "tables": "arner.dataframes",
    "write_graph": "arner.graph.formats",
    "write_graphml": "arner.graph.graphml",
}
_PARTS = ("dates", "plover")


def __getattr__(name: str) -> Any:
    if name in _PARTS:
        return import_module(f"arner.{name}")
    if name not in _HOMES:
        raise AttributeError(f"module 'arner' has no attribute {name!r}")
    with at_rest():
        return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return __all__
