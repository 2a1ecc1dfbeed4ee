"""One village on one screen and on one page: what its registers, entries and meetings say of it today."""
