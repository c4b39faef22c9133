"""What the templates of all HTML pages have in common: escaped, strict, and tidy."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Undefined


def html_environment(visible: Callable[[str], str] = str) -> Environment:
    """An environment for the templates of `rendering`.

    Every expression is shown as `visible` makes it, then escaped, whatever it holds. Markup is
    Jinja's own and passes.
    """

    def shown(value: Any) -> Any:
        if hasattr(value, "__html__") or isinstance(value, Undefined):
            return value
        return visible(str(value))

    return Environment(
        loader=PackageLoader("provenance.rendering"),
        autoescape=True,
        finalize=shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
