"""The person's data stays on the machine: there is no code that could send it anywhere."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
MODULES = {
    "http",
    "urllib",
    "ssl",
    "ftplib",
    "smtplib",
    "imaplib",
    "telnetlib",
    "xmlrpc",
    "requests",
    "aiohttp",
}
NAMES = ("QTcp", "QUdp", "QSsl", "QNetwork", "QWebSocket", "QHttp", "QAbstractSocket", "AF_INET")


def ways_out(source: str) -> Iterator[str]:
    """What of `source` could reach the network: modules imported, names used."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names if name.name.split(".")[0] in MODULES)
        elif isinstance(node, ast.ImportFrom):
            module = node.module or ""
            if module.split(".")[0] in MODULES:
                yield module
            yield from (name.name for name in node.names if name.name.startswith(NAMES))
        elif isinstance(node, ast.Attribute) and node.attr.startswith(NAMES):
            yield node.attr


def test_no_module_can_reach_the_network() -> None:
    """Only local sockets are used: no network class of Qt, no network module of Python."""
    found = {
        f"{path.relative_to(ROOT)}: {way}"
        for path in (ROOT / "app").rglob("*.py")
        for way in ways_out(path.read_text(encoding="utf-8"))
    }
    assert not found


def test_the_check_sees_each_way_out() -> None:
    """Module, member of a module, class of Qt and address family are all recognised."""
    source = (
        "import urllib.request\nfrom http import client\n"
        "from PySide6.QtNetwork import QTcpSocket, QLocalSocket\n"
        "from PySide6 import QtNetwork\nQtNetwork.QSslSocket()\nsocket.socket(socket.AF_INET6)\n"
    )
    assert set(ways_out(source)) == {"urllib.request", "http", "QTcpSocket", "QSslSocket", "AF_INET6"}
