"""The animated person: skeleton, motion, camera and painter. Knows nothing of breaks."""
