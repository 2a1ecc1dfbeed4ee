"""The monthly report of field visits and the travel sheet: from what was logged, with the photos the person chose."""
