"""From the body to a picture: order, light, texture, and the moments between two drawings."""
