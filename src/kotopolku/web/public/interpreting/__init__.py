"""An interpreter answers an order by its link (tulkkitilaus)."""
