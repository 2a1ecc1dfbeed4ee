"""Faults a test has asked for: the next calls of a method are refused, delayed or cut off."""

from dataclasses import dataclass, field
from typing import Literal

from tests.telegram_server.errors import ApiError, Json

Putus = Literal["sebelum", "sesudah"]
_WORDS = {
    400: "Bad Request", 403: "Forbidden: bot was blocked by the user", 409: "Conflict",
    500: "Internal Server Error", 502: "Bad Gateway", 504: "Gateway Timeout",
}  # fmt: skip


@dataclass
class Fault:
    """`lambat` (simulated) seconds pass before the answer; a call that is not refused, or is `dikerjakan`, has been
    carried out before them."""

    method: str
    kali: int = 1
    status: int | None = None
    description: str | None = None
    parameters: Json | None = None
    lambat: float = 0.0
    putus: Putus | None = None
    dikerjakan: bool = False

    def error(self) -> ApiError | None:
        if self.status is None:
            return None
        parameters = self.parameters
        if self.status == 429:
            parameters = {"retry_after": 1} | (parameters or {})
            words = f"Too Many Requests: retry after {parameters['retry_after']}"
        else:
            words = _WORDS.get(self.status, "Internal Server Error")
        return ApiError(self.status, self.description or words, parameters)


@dataclass
class Faults:
    waiting: list[Fault] = field(default_factory=list)

    def take(self, method: str) -> Fault | None:
        """The oldest fault asked for this method, used up once more."""
        for fault in self.waiting:
            if fault.method == method:
                fault.kali -= 1
                if fault.kali <= 0:
                    self.waiting.remove(fault)
                return fault
        return None
