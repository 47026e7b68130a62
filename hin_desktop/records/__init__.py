"""What is kept: models, the Writer with its journal, reads, search, migrations."""
