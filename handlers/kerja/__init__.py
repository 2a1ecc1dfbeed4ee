"""Work that takes longer than a turn: said to have begun, told how far it is, delivered or explained."""
