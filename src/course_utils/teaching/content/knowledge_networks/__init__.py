"""Bet, quiz and exercises of knowledge networks."""

from course_utils.teaching.content.knowledge_networks.bet import wager
from course_utils.teaching.content.knowledge_networks.exercises import exercises
from course_utils.teaching.content.knowledge_networks.quiz import quiz

__all__ = ["exercises", "quiz", "wager"]
