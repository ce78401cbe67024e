"""A stretch in time: steps, moves between poses, views, arrows. No Qt: it runs without a screen."""
