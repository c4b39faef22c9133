"""A dossier as text, Markdown, HTML and JSON. Reads the model alone; opens nothing."""
