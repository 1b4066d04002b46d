"""The fifteen languages: codes, direction, fallbacks, translated texts, catalogues, order, folded names.

Lowest layer: no models, nothing of the house is imported here.
"""
