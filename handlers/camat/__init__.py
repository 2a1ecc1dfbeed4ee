"""The Camat's monthly report to the kabupaten: a draft that the PD prepares, in parts and in versions."""
