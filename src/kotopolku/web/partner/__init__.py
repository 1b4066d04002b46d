"""The partners' pages: what has been granted to the county, a provider or the employment authority."""
