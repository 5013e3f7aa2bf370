"""Where Django looks for admin classes; they live in the desk."""

import articles.desk  # noqa: F401
