"""A seeded town for benchmarks: one cooperation area of five municipalities and as many cases as asked, by COPY."""
