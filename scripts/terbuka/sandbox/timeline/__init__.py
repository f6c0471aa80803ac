"""What people would see: the posts on each platform, and a panel to let things go wrong."""
