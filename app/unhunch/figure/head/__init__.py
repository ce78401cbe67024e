"""The head: skull, face, hair and what is worn on it, the neck and the collar it comes out of."""
