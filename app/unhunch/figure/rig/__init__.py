"""The maths of a body and of the eye on it: skeleton, poses, camera. No Qt: it runs without a screen."""
