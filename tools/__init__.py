"""Small scripts of the repository; none of them ships with the course."""
