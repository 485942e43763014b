"""What a reader waits for and downloads: the course's explorers beside other ways of publishing a model."""
