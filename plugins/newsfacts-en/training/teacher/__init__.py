"""A larger parser and name finder that labels open text for the small one to learn from."""
