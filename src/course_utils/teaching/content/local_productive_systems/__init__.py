"""Bet, quiz and exercises of local productive systems."""

from course_utils.teaching.content.local_productive_systems.bet import wager
from course_utils.teaching.content.local_productive_systems.exercises import exercises
from course_utils.teaching.content.local_productive_systems.quiz import quiz

__all__ = ["exercises", "quiz", "wager"]
