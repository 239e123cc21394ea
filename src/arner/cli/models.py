"""`arner model`: the models that find names."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from arner.cli.console import stop

if TYPE_CHECKING:
    from arner.ner.store import Model


def list_models() -> None:
    """List the models that have a name; a folder of your own is named by its path."""
    from arner.ner import store

    for model in store.models():
        print(f"{model.name:10}{'ready' if model.available else 'not here':10}{model.folder}")


def info(
    model: Annotated[str, typer.Argument(help="bundled, stanza or the folder of a model.")] = "bundled",
) -> None:
    """Show what is known of a model: data, licence, scores."""
    from arner.ner import store

    _show(lambda: store.find(model))


def download(
    resources_url: Annotated[str | None, typer.Option(help="A mirror, laid out as Stanza's own server.")] = None,
) -> None:
    """Fetch Stanza's official Arabic model, for --model stanza (needs the network)."""
    from arner.ner import store

    _show(lambda: store.download(resources_url))


def _show(model: Callable[[], Model]) -> None:
    from arner.ner.store import ModelError

    try:
        described = model().info()
    except ModelError as error:
        stop(error)
    print(json.dumps(described, ensure_ascii=False, indent=2))
