"""The server behind `provenance serve`. Importing this needs the extra `serve`."""

from __future__ import annotations

import logging

from aiohttp import web
from textual_serve.server import Server

from provenance.cli.streams import say

ON_THIS_MACHINE = ("localhost", "127.0.0.1")
"""Names of the machine that nobody else reaches."""
_TAKE_KEYS = """<script>
new MutationObserver((_, watch) => {
  const keys = document.querySelector(".xterm-helper-textarea");
  if (keys) { watch.disconnect(); keys.focus(); }
}).observe(document, {childList: true, subtree: true});
</script>"""
"""Without this, no key reaches the board before somebody clicked on it."""


class BoardServer(Server):
    """Starts a board for every visitor, and shows it to pages of its own alone.

    `told` is what is said once visitors can come.
    """

    def __init__(self, command: str, *, host: str, port: int, told: str) -> None:
        super().__init__(command, host=host, port=port, title="provenance")
        self._told = told
        names = ON_THIS_MACHINE if host in ON_THIS_MACHINE else (host,)
        self._origins = frozenset(f"http://{name}:{port}" for name in names) | {self.public_url}

    def initialize_logging(self) -> None:
        logging.basicConfig(level="WARNING", format="%(message)s")

    async def on_startup(self, app: web.Application) -> None:
        say(self._told)

    async def handle_index(self, request: web.Request) -> web.Response:
        page = await super().handle_index(request)
        # The template decorator makes a whole page of what its handler says it returns.
        assert isinstance(page, web.Response)
        page.text = (page.text or "").replace("</body>", f"{_TAKE_KEYS}</body>")
        return page

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()
        app.router.add_get("/favicon.ico", self._no_picture)
        app.on_response_prepare.append(self._confine)
        return app

    async def _no_picture(self, request: web.Request) -> web.Response:
        """Browsers ask every site for one, and complain where it is missing."""
        return web.Response(status=204)

    async def _confine(self, request: web.Request, response: web.StreamResponse) -> None:
        """Keep the page from fetching anything from elsewhere, fonts included."""
        own = " ".join(sorted(self._origins))
        sockets = own.replace("http:", "ws:")
        response.headers["Content-Security-Policy"] = (
            f"default-src {own}; connect-src {own} {sockets}; img-src {own} data:; "
            f"script-src {own} 'unsafe-inline'; style-src {own} 'unsafe-inline'; "
            f"font-src {own} data:; frame-ancestors 'none'"
        )
        response.headers["Referrer-Policy"] = "no-referrer"

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        # Any page in the reader's browser may open a socket to her machine: only ours gets a board.
        origin = request.headers.get("Origin")
        if origin is not None and origin not in self._origins:
            raise web.HTTPForbidden(text="This page may not open a board here.")
        return await super().handle_websocket(request)
