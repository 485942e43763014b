"""Bet, quiz and exercises of Porter's cluster."""

from course_utils.teaching.content.porter_cluster.bet import wager
from course_utils.teaching.content.porter_cluster.exercises import exercises
from course_utils.teaching.content.porter_cluster.quiz import quiz

__all__ = ["exercises", "quiz", "wager"]
