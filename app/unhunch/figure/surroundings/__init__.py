"""What is around somebody: room, mat, chair, and the shadows that fall on them."""
