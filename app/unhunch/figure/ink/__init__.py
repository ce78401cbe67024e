"""What everything is drawn with: outlines, parts, soft shades, colours. Knows no body."""
