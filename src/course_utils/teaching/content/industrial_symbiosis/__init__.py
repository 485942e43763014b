"""Bet, quiz and exercises of industrial symbiosis."""

from course_utils.teaching.content.industrial_symbiosis.bet import wager
from course_utils.teaching.content.industrial_symbiosis.exercises import exercises
from course_utils.teaching.content.industrial_symbiosis.quiz import quiz

__all__ = ["exercises", "quiz", "wager"]
