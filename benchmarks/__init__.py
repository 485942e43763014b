"""What a reader waits for and downloads: the course's explorers beside the usual ways of publishing an interactive model."""
