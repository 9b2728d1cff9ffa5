"""Is a request really from our portal? (Yêu cầu này có đúng do cổng gửi tới không?)

Copy this file. It needs only the standard library; the vectors in schemas/vectors/signatures.json hold it right.
"""
import hashlib
import hmac
import re
from typing import Optional, Sequence

TOLERANCE = 300  # seconds; a rule of the contract, therefore no setting
_TIMESTAMP = re.compile(r"[0-9]{1,12}", re.ASCII)
_DELIVERY_ID = re.compile(r"[0-9A-Za-z_-]{1,80}", re.ASCII)
_ONE = re.compile(r"v1=([0-9a-f]{64})", re.ASCII)


def sign(secret: str, timestamp: str, delivery_id: str, content: bytes) -> str:
    """HMAC-SHA256, in hex, over `<timestamp>.<delivery id>.<content>`."""
    message = f"{timestamp}.{delivery_id}.".encode("ascii") + content
    return hmac.new(secret.encode("utf-8"), message, hashlib.sha256).hexdigest()


def verify(secrets: Sequence[str], delivery_id: Optional[str], timestamp: Optional[str], signature: Optional[str], content: bytes, now: int) -> bool:
    """True only when one of the signatures is that of one of our secrets, and the request is at most 300 s old (or ahead).

    `content` is the raw body of a dossier, and for a file the SHA-256 (hex) that stands in its address.
    """
    if not secrets or any(secret == "" for secret in secrets):
        return False
    if not (delivery_id and _DELIVERY_ID.fullmatch(delivery_id) and timestamp and _TIMESTAMP.fullmatch(timestamp) and signature):
        return False
    if abs(now - int(timestamp)) > TOLERANCE:
        return False
    # Other versions may stand beside v1 one day; more than ten signatures are no honest request.
    parts = [part.strip(" ") for part in signature.split(",")]
    given = [match.group(1) for match in map(_ONE.fullmatch, parts) if match] if len(parts) <= 10 else []
    right = False
    for secret in secrets:
        expected = sign(secret, timestamp, delivery_id, content)
        for each in given:
            # Compares in constant time, and all of them, so that the time tells nothing.
            right |= hmac.compare_digest(expected, each)
    return right
