"""The one way a question says no."""


class Tolak(Exception):
    """A reply that cannot be read as an answer.

    The text is shown to the person as it stands, so it is warm, never blames, and ends with what would be accepted:
    ``Tolak("Jam selesainya belum terbaca. Contoh: 09.00-11.30")``.
    """

    def __init__(self, kata: str) -> None:
        super().__init__(kata)
        self.kata = kata
