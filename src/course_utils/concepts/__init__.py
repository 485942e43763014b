"""The concepts of the course, one module or package each: model, figure, explorer, in that order."""
