"""What the server refuses with: Telegram's HTTP status, its words and its parameters."""

from typing import Any

Json = dict[str, Any]


class ApiError(Exception):
    def __init__(self, code: int, description: str, parameters: Json | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def body(self) -> Json:
        body: Json = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            body["parameters"] = self.parameters
        return body


class NotPlayedError(ApiError):
    """The real server would do it and this one cannot: always written into `pelanggaran`, never passed over."""

    def __init__(self, what: str) -> None:
        super().__init__(400, f"Bad Request: the test server does not play {what}")


def bad_request(why: str, parameters: Json | None = None) -> ApiError:
    return ApiError(400, f"Bad Request: {why}", parameters)


def forbidden(why: str) -> ApiError:
    return ApiError(403, f"Forbidden: {why}")


def too_many_requests(retry_after: int) -> ApiError:
    return ApiError(429, f"Too Many Requests: retry after {retry_after}", {"retry_after": retry_after})
