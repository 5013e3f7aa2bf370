"""Where Django looks for the admin: it finds the desk."""

from articles.desk import accounts, article, contact, edition, photo, proofreading, rawpage, reviews

__all__ = ["accounts", "article", "contact", "edition", "photo", "proofreading", "rawpage", "reviews"]
