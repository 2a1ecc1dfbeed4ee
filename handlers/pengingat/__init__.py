"""The one reminder a day: what it says, when it comes, and how to have a rest from it."""
