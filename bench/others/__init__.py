"""What a user could take instead of Hemicycle, doing the same work on the same records."""
