"""An organisation's own internet domains."""

from __future__ import annotations

import re

from chatham.model.private import Participant

__all__ = ["domains"]

_PROVIDER = re.compile(
    r"(?:gmail|googlemail|yahoo|ymail|rocketmail|hotmail|outlook|live|msn|icloud|me|mac|aol|gmx|web|mail|proton|protonmail|"
    r"pm|tutanota|zoho|yandex|qq|163|126|naver|daum|hanmail|rediffmail|bigpond|orange|wanadoo|free|laposte|uol|terra)\."
    r"[a-z.]{2,7}$"
)


def domains(participant: Participant) -> tuple[str, ...]:
    """The organisation's own internet domains, from the addresses; those of mail providers are nobody's own.

    Args:
        participant: Its addresses are used.
    """
    hosts = [address.rpartition("@")[2].strip().casefold() for address in participant.emails if "@" in address]
    return tuple(dict.fromkeys(h for h in hosts if "." in h and not _PROVIDER.match(h)))
