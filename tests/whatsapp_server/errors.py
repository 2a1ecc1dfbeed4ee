"""What the server refuses with: Meta's codes, their HTTP status and words, as an answer or in a failed status."""

from typing import Any, NamedTuple

Json = dict[str, Any]
DOCS = "https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/"


class Code(NamedTuple):
    http: int
    title: str
    later: bool = False
    """Comes in a failed status after the message was taken, not as the answer."""


CODES = {
    0: Code(401, "AuthException"),
    1: Code(400, "API Unknown"),
    2: Code(503, "API Service"),
    3: Code(500, "API Method"),
    4: Code(429, "API Too Many Calls"),
    10: Code(403, "Permission Denied"),
    33: Code(400, "Parameter value is not valid"),
    100: Code(400, "Invalid parameter"),
    190: Code(401, "Access token has expired"),
    200: Code(403, "API Permission"),
    299: Code(403, "API Permission"),
    368: Code(403, "Temporarily blocked for policies violations"),
    80007: Code(429, "Rate limit issues"),
    130429: Code(429, "Rate limit hit"),
    130472: Code(400, "User's number is part of an experiment", True),
    130497: Code(403, "Business account is restricted from messaging users in this country"),
    131000: Code(500, "Something went wrong"),
    131005: Code(403, "Access denied"),
    131008: Code(400, "Required parameter is missing"),
    131009: Code(400, "Parameter value is not valid"),
    131016: Code(500, "Service unavailable"),
    131021: Code(400, "Recipient cannot be sender"),
    131026: Code(400, "Message undeliverable", True),
    131030: Code(400, "Recipient phone number not in allowed list"),
    131031: Code(403, "Account has been locked"),
    131037: Code(400, "WhatsApp provided number needs display name approval before message can be sent"),
    131042: Code(400, "Business eligibility payment issue", True),
    131045: Code(500, "Incorrect certificate"),
    131047: Code(400, "Re-engagement message", True),
    131048: Code(429, "Spam rate limit hit", True),
    131049: Code(400, "Meta chose not to deliver", True),
    131050: Code(400, "User has stopped marketing messages", True),
    131051: Code(400, "Unsupported message type"),
    131052: Code(400, "Media download error", True),
    131053: Code(400, "Media upload error", True),
    131055: Code(400, "Method not allowed"),
    131056: Code(429, "(Business Account, Consumer Account) pair rate limit hit"),
    131057: Code(500, "Account in maintenance mode"),
    131062: Code(400, "Business-scoped User ID recipients are not supported for this message"),
    132000: Code(400, "Number of parameters does not match the expected number of params"),
    132001: Code(404, "Template name does not exist in the translation"),
    132005: Code(400, "Translated text too long"),
    132007: Code(400, "Template format character policy violated"),
    132012: Code(400, "Parameter format does not match format in the created template"),
    132015: Code(400, "Template is Paused"),
    132016: Code(400, "Template is disabled"),
    132018: Code(400, "There's an issue with the parameters in your template"),
    133010: Code(400, "Phone number not registered"),
}
DETAILS = {
    131026: "Message Undeliverable.",
    131042: "Message failed to send because there were one or more errors related to your payment method.",
    131047: "Message failed to send because more than 24 hours have passed since the customer last replied to this number.",
    131048: "Message failed to send because there are restrictions on how many messages can be sent from this phone number.",
    131049: "This message was not delivered to maintain healthy ecosystem engagement.",
    131050: "Unable to deliver the message. This recipient has chosen to stop receiving marketing messages.",
    131056: "Message failed to send because there were too many messages sent from this phone number to the same phone number in a short period of time.",
    130429: "Message failed to send because there were too many messages sent from this phone number in a short period of time.",
}


class GraphError(Exception):
    """A refusal as the answer to a request. `salah` is what the bot did wrong, which no live server is needed to know."""

    def __init__(
        self, code: int, details: str = "", *, http: int = 0, subcode: int | None = None, salah: bool = False
    ) -> None:
        self.code = code
        self.known = CODES.get(code, Code(400, "Unknown error"))
        self.details = details or DETAILS.get(code, self.known.title)
        self.http = http or self.known.http
        self.subcode = subcode
        self.salah = salah
        super().__init__(f"(#{code}) {self.details}")

    def body(self, trace: str) -> Json:
        words = f"(#{self.code}) {self.details if self.code == 100 else self.known.title}"
        error: Json = {"message": words, "type": "OAuthException", "code": self.code}
        if self.subcode is not None:
            error["error_subcode"] = self.subcode
        if self.code not in {100, 190}:
            error["error_data"] = {"messaging_product": "whatsapp", "details": self.details}
        return {"error": error | {"fbtrace_id": trace}}


class NotPlayedError(GraphError):
    """The real server would do it and this one cannot: always a violation, never passed over."""

    def __init__(self, what: str) -> None:
        super().__init__(100, f"the test server does not play {what}", salah=True)


def wrong(code: int, details: str, **more: Any) -> GraphError:
    return GraphError(code, details, salah=True, **more)


def status_error(code: int, details: str = "") -> Json:
    known = CODES.get(code, Code(400, "Unknown error"))
    words = details or DETAILS.get(code, known.title)
    return {"code": code, "title": known.title, "message": known.title, "error_data": {"details": words}, "href": DOCS}
