"""Bet, quiz and exercises of business ecosystems."""

from course_utils.teaching.content.business_ecosystem.bet import wager
from course_utils.teaching.content.business_ecosystem.exercises import exercises
from course_utils.teaching.content.business_ecosystem.quiz import quiz

__all__ = ["exercises", "quiz", "wager"]
