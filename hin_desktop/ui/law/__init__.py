"""The page Rechtsstand: every parameter of the law and every residence title, with mark and source."""
