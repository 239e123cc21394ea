"""The record's models as types of nested columns, for engines that keep a column whole: Arrow, Parquet, Spark."""

from __future__ import annotations

from types import NoneType, UnionType
from typing import Any, Literal, Protocol, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel

_Type = TypeVar("_Type")


class Types(Protocol[_Type]):
    """How an engine calls its types; every value of it may be null."""

    def scalar(self, kind: type) -> _Type:
        """`kind` is str, int, float or bool."""

    def many(self, item: _Type) -> _Type: ...

    def by_name(self, item: _Type) -> _Type:
        """A mapping from strings."""

    def parts(self, fields: dict[str, _Type]) -> _Type: ...


def type_of(annotation: Any, types: Types[_Type]) -> _Type:
    """The type of what a model's field is annotated with, or of a model."""
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin in (Union, UnionType):
        (annotation,) = (one for one in inner if one is not NoneType)
        return type_of(annotation, types)
    if origin is list:
        return types.many(type_of(inner[0], types))
    if origin is dict:
        return types.by_name(type_of(inner[1], types))
    if origin is Literal:
        return types.scalar(str)
    if issubclass(annotation, BaseModel):
        fields = annotation.model_fields.items()
        return types.parts({name: type_of(field.annotation, types) for name, field in fields})
    return types.scalar(annotation)
