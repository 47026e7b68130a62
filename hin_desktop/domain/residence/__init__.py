"""Residence: the catalogue of titles, periods over time, and the history that the law reads off them."""
