"""What is known rather than remembered: activities, indicators, calendar, zones."""
