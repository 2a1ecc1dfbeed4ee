"""The coordinators' pages over HTTP: who is inside, and how what handlers/panel gives is drawn. No script anywhere."""
