"""Portal: documents + record → a site."""
