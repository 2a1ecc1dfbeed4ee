"""The coordinators' pages: what they show, as plain data. How they look and who is inside is bot/panel's."""
