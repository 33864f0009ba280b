"""Questions to hand-made parses; every one is asked of both kinds of labels."""
