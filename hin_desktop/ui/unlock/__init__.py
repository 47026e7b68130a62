"""Setting up a desk and unlocking it; painted before anything heavy is imported."""
