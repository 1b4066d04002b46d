"""The integration plan: the editor within every limit of the Act, acceptance, referrals, reviews, end."""
