"""A musyawarah as a record with sections: begun in a minute, filled while it goes on, closed when it is over."""
