#!/usr/bin/env python3
"""A case system that receives dossiers as schemas/api/delivery.openapi.yaml says. Standard library only.

    DVC_CASE_SYSTEM_SECRET=... python3 case_system.py serve --data ./data --port 9000
    python3 case_system.py list --data ./data

Both requests may come twice, at once, or break off anywhere; this process may be killed at any instant. Nothing is lost or doubled, because
a file is renamed into place only when it is whole and its SHA-256 is right, a dossier is one SQLite transaction with the delivery id as its
key, and a reply is sent only after both are on the disk.
"""
import argparse
import hashlib
import json
import os
import re
import sqlite3
import sys
import tempfile
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, List, Optional, Tuple

from dvc_signature import verify

MAX_DOSSIER = 4 * 1024 * 1024
MAX_FILE = 64 * 1024 * 1024
SHA256 = re.compile(r"[0-9a-f]{64}", re.ASCII)
EVENTS = ("dossier.received", "dossier.supplemented", "dossier.withdrawal-asked", "dossier.complained")

TABLES = """
create table if not exists dossier (
  delivery_id text primary key,
  code text not null unique,
  dossier_code text not null,
  stored_at real not null,
  body text not null);
create index if not exists dossier_by_code on dossier (dossier_code);
create table if not exists earlier (delivery_id text primary key, code text not null);
create table if not exists counter (year integer primary key, last integer not null);
"""


def sync_folder(folder: str) -> None:
    fd = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)


class Store:
    """Files in a folder, named by their SHA-256; dossiers in SQLite."""

    def __init__(self, folder: str) -> None:
        self.files = os.path.join(folder, "files")
        os.makedirs(self.files, mode=0o700, exist_ok=True)
        self.lock = threading.Lock()
        self.db = sqlite3.connect(os.path.join(folder, "dossiers.sqlite"), isolation_level=None, check_same_thread=False)
        self.db.execute("pragma journal_mode = wal")
        self.db.execute("pragma synchronous = full")
        self.db.executescript(TABLES)

    def has_file(self, sha256: str) -> bool:
        return os.path.exists(os.path.join(self.files, sha256))

    def keep_file(self, sha256: str, stream: Any, length: int) -> bool:
        """False when the bytes are not those that the address promises."""
        fd, part = tempfile.mkstemp(prefix="part-", dir=self.files)
        try:
            digest = hashlib.sha256()
            with os.fdopen(fd, "wb") as file:
                left = length
                while left > 0:
                    piece = stream.read(min(left, 65536))
                    if not piece:
                        return False
                    left -= len(piece)
                    digest.update(piece)
                    file.write(piece)
                file.flush()
                os.fsync(file.fileno())
            if digest.hexdigest() != sha256:
                return False
            os.replace(part, os.path.join(self.files, sha256))
            sync_folder(self.files)
            return True
        finally:
            if os.path.exists(part):
                os.unlink(part)

    def keep_dossier(self, delivery_id: str, dossier_code: str, event: str, body: str) -> str:
        """Our own code for the dossier; a delivery that we know gets the code that it has. What the citizen added, asked for or complained about later takes the place of what the dossier was."""
        with self.lock:
            self.db.execute("begin immediate")
            try:
                known = self.db.execute("select code from dossier where delivery_id = ?1 union select code from earlier where delivery_id = ?1", (delivery_id,)).fetchone()
                if known is None:
                    known = self.db.execute("select code from dossier where dossier_code = ?", (dossier_code,)).fetchone()
                    if known is None:
                        known = self.add_dossier(delivery_id, dossier_code, body)
                    elif event != "dossier.received":
                        self.db.execute("insert into earlier select delivery_id, code from dossier where code = ?", known)
                        self.db.execute("update dossier set delivery_id = ?, body = ?, stored_at = ? where code = ?", (delivery_id, body, time.time(), known[0]))
                    else:
                        # Overtaken by a later one.
                        self.db.execute("insert into earlier values (?, ?)", (delivery_id, known[0]))
                self.db.execute("commit")
                return str(known[0])
            except BaseException:
                self.db.execute("rollback")
                raise

    def add_dossier(self, delivery_id: str, dossier_code: str, body: str) -> Tuple[str]:
        year = time.gmtime(time.time() + 7 * 3600).tm_year
        self.db.execute("insert into counter values (?, 1) on conflict (year) do update set last = last + 1", (year,))
        (last,) = self.db.execute("select last from counter where year = ?", (year,)).fetchone()
        code = f"MC-{year}-{last:06d}"
        self.db.execute("insert into dossier values (?, ?, ?, ?, ?)", (delivery_id, code, dossier_code, time.time(), body))
        return (code,)


def expected_files(dossier: Any) -> List[str]:
    return [file["sha256"] for paper in dossier["papers"] for file in paper["files"]]


class Receiver(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 60
    store: Store
    secrets: List[str]

    def reply(self, status: int, body: Any) -> None:
        content = json.dumps(body).encode("utf-8")
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(content)

    def refuse(self, status: int, code: str, **more: Any) -> None:
        # Part of the body may not have been read: what follows on this connection would be taken for a request.
        self.close_connection = True
        self.reply(status, {"code": code, **more})

    def body_length(self, most: int) -> Optional[int]:
        text = self.headers.get("Content-Length", "")
        if not re.fullmatch(r"[0-9]{1,12}", text, re.ASCII):
            self.refuse(411, "length")
        elif int(text) > most:
            self.refuse(413, "too-large")
        else:
            return int(text)
        return None

    def signed(self, content: bytes) -> bool:
        given = [self.headers.get(name) for name in ("DVC-Delivery-Id", "DVC-Timestamp", "DVC-Signature")]
        if verify(self.secrets, given[0], given[1], given[2], content, int(time.time())):
            return True
        # Without the delivery id: it is not this dossier that is refused, and the portal shall try again.
        self.refuse(401, "signature")
        return False

    def do_PUT(self) -> None:
        sha256 = self.path.rsplit("/", 1)[-1]
        if not re.search(r"/files/[0-9a-f]{64}$", self.path, re.ASCII):
            return self.refuse(404, "not-found")
        # The signature is over the hash: an unknown sender is sent away before its file is read.
        if not self.signed(sha256.encode("ascii")):
            return None
        length = self.body_length(MAX_FILE)
        if length is None:
            return None
        if not self.store.keep_file(sha256, self.rfile, length):
            return self.refuse(409, "sha256")
        return self.reply(200, {"sha256": sha256})

    def do_POST(self) -> None:
        if not self.path.endswith("/dossiers"):
            return self.refuse(404, "not-found")
        length = self.body_length(MAX_DOSSIER)
        if length is None:
            return None
        body = self.rfile.read(length)
        if len(body) < length:
            self.close_connection = True
            return None
        if not self.signed(body):
            return None
        delivery_id = self.headers["DVC-Delivery-Id"]
        try:
            dossier = json.loads(body.decode("utf-8"))
            wanted = expected_files(dossier)
            right = dossier["event"] in EVENTS and dossier["deliveryId"] == delivery_id and all(map(SHA256.fullmatch, wanted))
            dossier_code = str(dossier["dossierCode"])
        except (ValueError, KeyError, TypeError):
            right = False
        if not right:
            return self.refuse(422, "malformed", deliveryId=delivery_id)
        missing = sorted({sha256 for sha256 in wanted if not self.store.has_file(sha256)})
        if missing:
            return self.reply(409, {"code": "files-missing", "deliveryId": delivery_id, "missing": missing})
        return self.reply(200, {"deliveryId": delivery_id, "code": self.store.keep_dossier(delivery_id, dossier_code, dossier["event"], body.decode("utf-8"))})

    def log_message(self, format: str, *args: Any) -> None:
        # An address line says nothing of a citizen here; it is only too much for a busy day.
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, request: Any, client_address: Tuple[str, int]) -> None:
        error = sys.exc_info()[1]
        if not isinstance(error, (ConnectionError, TimeoutError)):
            super().handle_error(request, client_address)


def main() -> None:
    parser = argparse.ArgumentParser(description="Receives dossiers from a DVC portal.")
    parser.add_argument("what", choices=["serve", "list"])
    parser.add_argument("--data", required=True, help="folder of what is received")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=9000)
    options = parser.parse_args()
    store = Store(options.data)
    if options.what == "list":
        for delivery_id, code, dossier_code, stored_at, body in store.db.execute("select * from dossier order by code"):
            print(json.dumps({"deliveryId": delivery_id, "code": code, "dossierCode": dossier_code, "storedAt": stored_at, "body": json.loads(body)}))
        return
    secrets = [secret for secret in re.split(r"[\s,]+", os.environ.get("DVC_CASE_SYSTEM_SECRET", "")) if secret]
    if not secrets or any(len(secret) < 32 for secret in secrets):
        sys.exit("DVC_CASE_SYSTEM_SECRET: one or more secrets of at least 32 characters, separated by commas")
    handler = type("Handler", (Receiver,), {"store": store, "secrets": secrets})
    server = Server((options.host, options.port), handler)
    print(server.server_address[1], flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()
