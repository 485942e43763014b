"""Questions, exercises and the reader's own territory: the same in JupyterLab and on the page."""

from course_utils.teaching.bets import Bet, bet, reveal
from course_utils.teaching.content import UnknownQuestions
from course_utils.teaching.exercises import UnknownExercise
from course_utils.teaching.place import Place
from course_utils.teaching.quizzes import Quiz, quiz
from course_utils.teaching.source import show_source
from course_utils.teaching.territory import UnknownTerritory, my_territory
from course_utils.teaching.verdicts import Verdict, check

__all__ = [
    "Bet",
    "Place",
    "Quiz",
    "UnknownExercise",
    "UnknownQuestions",
    "UnknownTerritory",
    "Verdict",
    "bet",
    "check",
    "my_territory",
    "quiz",
    "reveal",
    "show_source",
]
