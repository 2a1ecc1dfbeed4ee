"""The nine functions of a pendamping, step by step, in each village."""
