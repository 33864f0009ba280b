"""Articles for people and programs: text for a terminal, JSON, HTML."""
