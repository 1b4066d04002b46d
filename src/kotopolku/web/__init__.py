"""The pages: public, portal, desk, partner, office; what they share is in parts."""
