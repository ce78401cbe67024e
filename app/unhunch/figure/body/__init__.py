"""The body below the head, dressed: trunk, arms, hands, legs and feet."""
