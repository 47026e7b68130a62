"""One module a step, in `run.STEPS`. A released step is never edited, and none imports the models of the day."""
