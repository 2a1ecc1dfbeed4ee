"""The kinds of question. Each knows its wording, its buttons and how to read what people type."""

from handlers.dialog.questions.choice import Choice, Pilihan
from handlers.dialog.questions.location import Location
from handlers.dialog.questions.multi_choice import MultiChoice
from handlers.dialog.questions.number import Money, Number, People
from handlers.dialog.questions.photos import Photos
from handlers.dialog.questions.search import Search
from handlers.dialog.questions.text import Text
from handlers.dialog.questions.time import Date, TimeRange
from handlers.dialog.questions.wrap import default, optional
from handlers.dialog.questions.yes_no import YesNo

__all__ = [
    "Choice",
    "Date",
    "Location",
    "Money",
    "MultiChoice",
    "Number",
    "People",
    "Photos",
    "Pilihan",
    "Search",
    "Text",
    "TimeRange",
    "YesNo",
    "default",
    "optional",
]
