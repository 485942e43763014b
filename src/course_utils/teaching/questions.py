"""What a question is: its options, a feedback for each, and which one is right."""

from __future__ import annotations

from dataclasses import dataclass

LETTERS = "abcdef"


@dataclass(frozen=True)
class Option:
    """One answer that a reader may pick.

    Parameters
    ----------
    text : str
        Shown beside the radio button.
    feedback : str
        Shown once it is picked: why it is right, or what to try and see.
    right : bool
        Whether it is the right answer.
    """

    text: str
    feedback: str
    right: bool = False


@dataclass(frozen=True)
class Question:
    """A question with two to six options, exactly one of them right.

    Parameters
    ----------
    ask : str
        The question itself, one sentence where possible: a screen reader repeats it.
    options : tuple of Option
        In the order shown.
    context : str
        What must be known to answer, shown before the question.

    Raises
    ------
    ValueError
        If options are too few or too many, none or several are right, or one has no feedback.
    """

    ask: str
    options: tuple[Option, ...]
    context: str = ""

    def __post_init__(self) -> None:
        """Refuse a question that could not be answered or would leave a reader without feedback."""
        if not 2 <= len(self.options) <= len(LETTERS):
            raise ValueError(f"{self.ask!r}: 2 to {len(LETTERS)} options are wanted, got {len(self.options)}")
        if sum(option.right for option in self.options) != 1:
            raise ValueError(f"{self.ask!r}: exactly one option must be right")
        for option in self.options:
            if not option.text.strip() or not option.feedback.strip():
                raise ValueError(f"{self.ask!r}: option {option.text!r} lacks its text or its feedback")
        if len({option.text for option in self.options}) < len(self.options):
            raise ValueError(f"{self.ask!r}: two options say the same")

    @property
    def lettered(self) -> list[tuple[str, Option]]:
        """The options with their letters."""
        return list(zip(LETTERS, self.options, strict=False))

    @property
    def right(self) -> str:
        """The letter of the right option."""
        return next(letter for letter, option in self.lettered if option.right)

    def __str__(self) -> str:
        listed = [f"  ({letter}) {option.text}" for letter, option in self.lettered]
        return "\n".join(([self.context] if self.context else []) + [self.ask, *listed])


@dataclass(frozen=True)
class Wager:
    """A question that is asked before the explorer, with the answer that comes after it.

    Parameters
    ----------
    question : Question
        With the options to bet on.
    answer : str
        What the model gives, with its numbers.
    """

    question: Question
    answer: str
