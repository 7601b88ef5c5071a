"""KnowledgeError: a file, profile or card that cannot be used, with what to do about it."""


class KnowledgeError(Exception):
    """Says which file is at fault, what is wrong, and the remedy, in words for the person who added the file."""

    def __init__(self, where: str, what: str, remedy: str) -> None:
        super().__init__(f"{where}: {what}. {remedy}")
        self.where = where
        self.what = what
        self.remedy = remedy
