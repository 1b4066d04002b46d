"""Laki sähköisestä asioinnista viranomaistoiminnassa 13/2003: electronic notice."""
