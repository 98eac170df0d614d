"""Paths to a build: the one package that knows the order of the stages."""

from hemicycle.pipeline.parsing import cover_paths, parse_paths
from hemicycle.pipeline.run import build
from hemicycle.pipeline.settings import Settings

__all__ = ["Settings", "build", "cover_paths", "parse_paths"]
