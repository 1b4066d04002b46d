"""Integration plans (kotoutumissuunnitelma, KotoL 16–24 §): goals, measures, reviews, referrals."""
