"""WhatsApp through Meta's Cloud API: `channel` puts together what the other modules do."""

from __future__ import annotations

from bot.channels.whatsapp.channel import WhatsApp

__all__ = ["WhatsApp"]
