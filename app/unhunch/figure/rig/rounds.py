"""Round things as a camera sees them: all that a body is made of before it has outlines.

Units: logical pixels, y down; z grows towards the viewer.
"""

Ball = tuple[float, float, float, float]
"""A sphere, which projects to a circle: x, y, radius, z."""
Egg = tuple[float, float, float, float, float, float]
"""An ellipsoid, which projects to an ellipse: x, y, its second moments xx, xy, yy, and z."""
Round = Ball | Egg
