"""A short text for the public about one activity, in its author's own words, with a picture whose people agree."""
