"""The people below: who logs, what is approved or returned, handing over, and the trail."""
