"""The timings and memory figures that the README quotes: `make bench` prints them."""
