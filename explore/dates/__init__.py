"""Find the dates of an article, infer the day of the article itself, and place each date on the calendar."""
