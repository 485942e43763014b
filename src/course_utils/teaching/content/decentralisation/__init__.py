"""Bet, quiz and exercises of decentralisation."""

from course_utils.teaching.content.decentralisation.bet import wager
from course_utils.teaching.content.decentralisation.exercises import exercises
from course_utils.teaching.content.decentralisation.quiz import quiz

__all__ = ["exercises", "quiz", "wager"]
